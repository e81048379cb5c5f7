"""Who is at a meeting: the table of members, officers and guests, the quorum, and interests declared."""
