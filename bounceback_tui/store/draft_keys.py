"""Which drafts are about which row, so that they leave the file with it."""

from sqlalchemy import Connection

# The keys of what may be on its way about a row, as patterns of GLOB; "{id}" is that column of it.
DRAFTS_ABOUT = {
    "application": ("application:{id}", "card:{id}", "interview:new:{id}"),
    "check_in": ("check_in:{id}",),
    "contact": ("person:{id}", "sending:{id}"),
    "criterion": ("criterion:{id}",),
    "entry": ("entry:{id}",),
    "interview": ("interview:{id}", "preparation:{id}", "practice-run:*:{id}"),
    "lesson": ("lesson:{id}",),
    "message": ("message:{uid}", "reply:{uid}"),
    "practice": ("practice-run:{id}", "practice-run:{id}:*"),
    "recovery": ("step:{uid}:*",),
    "story": ("story:{id}",),
}


def let_drafts_go(connection: Connection) -> None:
    """Let every draft leave the file with the row it is about, also in a cascade or an undo.

    Its words would stay otherwise, and come up again in the next row that gets the same number.
    """
    for table, patterns in DRAFTS_ABOUT.items():
        named = {"id": "' || old.id || '", "uid": "' || old.uid || '"}
        wanted = " OR ".join(f"key GLOB '{pattern.format(**named)}'" for pattern in patterns)
        when = f"CREATE TEMP TRIGGER drafts_about_{table} AFTER DELETE ON main.{table}"
        then = f"DELETE FROM draft WHERE {wanted}"  # noqa: S608
        connection.exec_driver_sql(f"{when} BEGIN {then}; END")
