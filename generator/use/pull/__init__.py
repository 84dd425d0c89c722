"""Turn what somebody changed in Word into a patch of the inputs."""
