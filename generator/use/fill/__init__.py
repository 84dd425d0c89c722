"""Use case: take what was filled in back into the inputs."""
