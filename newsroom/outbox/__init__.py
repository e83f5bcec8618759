"""What leaves for other systems: messages written in the publishing transaction and delivered by the worker."""
