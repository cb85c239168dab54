"""From ``seeds/`` to ``docs/``: what a report becomes is planned, and nothing a person wrote is lost when it is written.

Nothing is loaded here: a build that has nothing to do must start at once (``convert`` tells the way of one report).
"""
