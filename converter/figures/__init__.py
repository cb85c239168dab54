"""Report → observations: each value that prose and tables state, with its unit, bound, kind, period and name.

``observing`` reads all of a report; who only needs a module of its words loads no pattern of the others.
"""
