"""jixiao (绩效): formal performance self-evaluation documents from TOML inputs."""

__version__ = "0.2.0"
