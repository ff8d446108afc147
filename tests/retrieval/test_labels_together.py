import pytest

from retrieval.speakers import identify
from tests.retrieval.labels import person


def test_people_who_take_part_give_short_labels_their_names() -> None:
    found = identify(["Anna", "J.Berg", "AH", "Ida"], "", ["Anna Holm", "Jonas Berg"])

    names = {label: speaker and speaker.name for label, speaker in found.items()}
    assert names == {"Anna": "Anna Holm", "J.Berg": "Jonas Berg", "AH": "Anna Holm", "Ida": "Ida"}


def test_one_label_gives_another_its_full_name() -> None:
    found = identify(["Holm", "A.Holm", "ANNA HOLM", "Anna Holm"], "")

    assert {speaker.name for speaker in found.values() if speaker} == {"Anna Holm"}


def test_two_people_of_one_surname_stay_two() -> None:
    found = identify(["Anna Holm", "Berta Holm", "Holm"], "")

    assert {speaker.name for speaker in found.values() if speaker} == {"Anna Holm", "Berta Holm", "Holm"}


def test_a_man_and_a_woman_of_one_surname_stay_two() -> None:
    found = identify(["MR. STONE", "MRS. STONE"], "")

    assert {speaker.name for speaker in found.values() if speaker} == {"Mr. Stone", "Mrs. Stone"}


@pytest.mark.parametrize(
    ("label", "name"),
    [("Speaker 1 (Anna Holm)", "Anna Holm"), ("Fisher (Anna Holm)", "Anna Holm"), ("Speaker 1", "Speaker 1")],
)
def test_a_name_in_brackets_is_the_speakers(label: str, name: str) -> None:
    speaker = identify([label], "", ["Anna Holm"])[label]

    assert speaker is not None
    assert speaker.name == name


def test_what_follows_a_comma_is_no_name_where_several_labels_have_it() -> None:
    found = identify(["Anna Holm, gardener", "Jonas Berg, painter"], "")

    assert {speaker.name for speaker in found.values() if speaker} == {"Anna Holm", "Jonas Berg"}


def test_an_office_before_a_name_that_another_label_gives_is_an_office() -> None:
    found = identify(["Chief Engineer Anna Holm", "Anna Holm"], "")

    assert {speaker.name for speaker in found.values() if speaker} == {"Anna Holm"}


@pytest.mark.parametrize(("labels", "name"), [(["NVK"], "NVK"), (["AVW", "SP"], "AVW"), (["ANN", "TOM"], "Ann")])
def test_initials_are_kept_as_they_are_printed(labels: list[str], name: str) -> None:
    speaker = identify(labels, "")[labels[0]]

    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    ("labels", "name"),
    [
        (["GENERAL MILA B. KURZ", "GEN. KURZ"], "Mila B. Kurz"),
        (["Senator Anna Holm", "SEN. HOLM"], "Anna Holm"),
        (["Captain Jonas Berg", "Jonas Berg", "Capt. Berg"], "Jonas Berg"),
        (["[*] HOLM", "HOLM"], "Holm"),
    ],
)
def test_a_rank_and_a_mark_are_no_part_of_a_name(labels: list[str], name: str) -> None:
    assert {speaker.name for speaker in identify(labels, "").values() if speaker} == {name}


def test_a_rank_before_a_full_name_is_the_title() -> None:
    assert person("GENERAL MILA B. KURZ", "") == ("Mila B. Kurz", "General")


@pytest.mark.parametrize(
    ("labels", "name"),
    [
        (["Spokesman", "Deputy Spokesman"], "Spokesman"),
        (["Q1 Chair", "Chair"], "Chair"),
        (["An hon. member"], "An hon. member"),
        (["UNIDENTIFIED MAN"], "Unidentified man"),
    ],
)
def test_whom_a_part_only_names_stays_so(labels: list[str], name: str) -> None:
    speaker = identify(labels, "")[labels[0]]

    assert speaker is not None
    assert speaker.name == name


@pytest.mark.parametrize(
    ("label", "name"),
    [("Mr. BERG of Ohio", "Berg"), ("JONAS BERG/HOST", "Jonas Berg"), ("Jonas Berg/Co-host", "Jonas Berg")],
)
def test_a_seat_and_a_part_behind_a_slash_are_no_part_of_a_name(label: str, name: str) -> None:
    assert person(label, "")[0] == name
