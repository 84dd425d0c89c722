"""Inputs that nobody wrote: changed at random, handed to what reads what others wrote."""
