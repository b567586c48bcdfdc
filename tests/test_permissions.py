from copilot.permissions import PERMISSIONS, ROLES, granted


def test_whoever_makes_keys_neither_asks_nor_reads_what_others_asked() -> None:
    assert granted(["administrator"]) == {"manage-keys", "read-metrics"}


def test_who_uploads_a_policy_does_not_retire_one() -> None:
    assert "upload-policies" in granted(["author"]) - granted(["approver"])
    assert "retire-policies" in granted(["approver"]) - granted(["author"])


def test_two_roles_may_do_what_each_may() -> None:
    assert granted(["officer", "auditor"]) == granted(["officer"]) | granted(["auditor"])
    assert granted([]) == frozenset()


def test_every_permission_is_granted_to_some_role() -> None:
    assert granted(ROLES) == set(PERMISSIONS)
