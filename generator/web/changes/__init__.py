"""改动: what differs from what was built, what somebody changed in Word, and the way back."""
