import pytest

from retrieval import Speaker, UnknownSpeakerError
from retrieval.model import Role
from retrieval.roles import roles
from retrieval.speakers import called, identify, is_generic
from tests.retrieval.labels import person

HOLM = Speaker(name="Anna Holm", label="A.Holm", title="Fisheries Minister")
BERG = Speaker(name="Jonas Berg-Lund", label="J.Berg-Lund", title="Port Director")
QUESTION = Speaker(name="Question", label="Question")
EVERYBODY = (HOLM, BERG, QUESTION)


@pytest.mark.parametrize(
    ("heading", "label", "name", "title"),
    [
        ("Fisheries Minister Anna Holm’s answers", "A.Holm", "Anna Holm", "Fisheries Minister"),
        ("Fisheries Minister Anna Holm’s answers", "A.Holm (in English)", "Anna Holm", "Fisheries Minister"),
        ("Fisheries Minister Anna Holm’s answers", "A. Holm", "Anna Holm", "Fisheries Minister"),
        ("Fisheries Minister Anna Holm’s answers", "Holm", "Anna Holm", "Fisheries Minister"),
        ("Fisheries Minister Anna Holm’s answers", "MS. HOLM", "Anna Holm", "Fisheries Minister"),
        ("Fisheries Minister Anna Holm’s answers", "Anna Holm", "Anna Holm", "Fisheries Minister"),
        ("Fisheries Minister Anna Holm’s answers", "Minister Holm", "Anna Holm", "Fisheries Minister"),
        ("Statement of Fisheries Minister Anna Holm", "A.Holm", "Anna Holm", "Fisheries Minister"),
        ("REMARKS BY SECRETARY OF STATE ANNA HOLM", "SECRETARY HOLM", "Anna Holm", "Secretary of State"),
        ("Secretary of State Holm’s remarks", "HOLM", "Holm", "Secretary of State"),
        ("Minister of Foreign Affairs Holm on fish", "Holm", "Holm", "Minister of Foreign Affairs"),
        ("Prime Minister of Norway Anna Holm", "A.Holm", "Anna Holm", "Prime Minister of Norway"),
        ("Briefing by Press Secretary Amy Noor-Sand", "MS. NOOR-SAND", "Amy Noor-Sand", "Press Secretary"),
        ("President John F. Stone’s conference", "STONE", "John F. Stone", "President"),
        ("President John F. Stone’s conference", "J.Stone", "John F. Stone", "President"),
        ("Minister Ivan Petrovich Orlov’s remarks", "I.Orlov", "Ivan Petrovich Orlov", "Minister"),
        ("Minister Ivan Petrovich Orlov’s remarks", "I.P.Orlov", "Ivan Petrovich Orlov", "Minister"),
        ("Minister Ivan Orlov’s remarks", "I.P.Orlov", "Ivan Orlov", "Minister"),
        ("Statement by President Ursula von der Aa", "President von der Aa", "Ursula von der Aa", "President"),
        ("Interview with Anna Holm", "A.Holm", "Anna Holm", None),
    ],
)
def test_a_heading_gives_full_name_and_office(heading: str, label: str, name: str, title: str | None) -> None:
    assert person(label, heading) == (name, title)


TWO = "Foreign Minister Ivan Orlov and US Secretary of State John Stone’s news conference"


def test_two_people_in_a_title_keep_their_own_offices() -> None:
    assert person("I.Orlov", TWO) == ("Ivan Orlov", "Foreign Minister")
    assert person("J.Stone", TWO) == ("John Stone", "US Secretary of State")


@pytest.mark.parametrize(
    ("heading", "label", "name"),
    [
        ("Talks of Presidents George Sand and Jeb Sand", "Mr. Sand", "Sand"),
        ("Talks of President George Sand and Karen Sand", "SAND", "Sand"),
        ("Fisheries Minister Anna Holm’s answers", "B.Holm", "B.Holm"),
        ("Fisheries Minister Anna Holm’s answers", "Berta Holm", "Berta Holm"),
        ("What Berg said Holm denies", "S.Holm", "S.Holm"),
        ("Berg Hosts Holm", "HOLM", "Holm"),
        ("Anna Berg Meets Holm in Bergen", "HOLM", "Holm"),
        ("Interview With Holm", "W.Holm", "W.Holm"),
        ("Secretary of State Holm’s remarks", "S.Holm", "S.Holm"),
        ("Scott and Ott meet", "Ott", "Ott"),
        ("US President Anna Holm", "The President", "The President"),
        ("Remarks on May 2 in Oslo", "Speaker 2", "Speaker 2"),
    ],
)
def test_nobody_is_given_somebody_elses_name(heading: str, label: str, name: str) -> None:
    assert person(label, heading)[0] == name


@pytest.mark.parametrize(
    ("label", "name", "title"),
    [
        ("Robin Williams", "Robin Williams", None),
        ("Amy Adams", "Amy Adams", None),
        ("Lars Mahon", "Lars Mahon", None),
        ("Mr. Stone", "Stone", None),
        ("Rt. Hon. Amy Noor", "Amy Noor", None),
        ("Mr. Noor (Oslo—West, Ind.)", "Noor", None),
        ("MS. NOOR-SAND", "Noor-Sand", None),
        ("Amy Noor (moderator)", "Amy Noor", "moderator"),
        ("Amy Noor, Minister of Fisheries", "Amy Noor", "Minister of Fisheries"),
        ("Ms. Noor – Port Director", "Noor", "Port Director"),
        ("Mary Stone - Cowen & Company", "Mary Stone", None),
        ("Q Mary Stone - Cowen & Company", "Mary Stone", None),
        ("Tom Ray, Jr.", "Tom Ray, Jr.", None),
        ("The Chair (Hon. Amy Noor)", "Amy Noor", "Chair"),
        ("THE CHAIR", "The Chair", None),
        ("Q Mary Stone", "Mary Stone", None),
        ("QUESTION", "Question", None),
        ("Question (via interpreter)", "Question", None),
        ("SPEAKER_00", "SPEAKER_00", None),
        ("GZ", "GZ", None),
        ("Omar al-Karim", "Omar al-Karim", None),
        ("Pope Leo", "Pope Leo", None),
    ],
)
def test_without_a_heading_a_label_gives_the_name_it_holds(label: str, name: str, title: str | None) -> None:
    assert person(label, "") == (name, title)


@pytest.mark.parametrize("label", ["Note", "#NOTE#", "Music", "[Applause]"])
def test_what_is_no_person_is_nobody(label: str) -> None:
    assert identify([label], "") == {label: None}
    assert roles([label, "Question"])[label] is None


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Question", "asker"),
        ("QUESTION", "asker"),
        ("Question 3", "asker"),
        ("Reporter #3", "asker"),
        ("Question (to Anna Holm)", "asker"),
        ("Q", "asker"),
        ("Q Mary Stone", "asker"),
        ("Вопрос", "asker"),
        ("记者", "asker"),
        ("A.Holm", "answerer"),
        ("Quentin", "answerer"),
        ("Mary Question-Time", "answerer"),
    ],
)
def test_labels_tell_who_asks_and_who_answers(label: str, role: Role) -> None:
    assert roles(["Question", label])[label] == role


def test_where_nobody_is_labelled_as_asking_nobody_has_a_role() -> None:
    assert roles(["Tom", "Ann"]) == {"Tom": None, "Ann": None}


def test_an_answer_is_labelled_as_one_even_alone() -> None:
    assert roles(["A", "Tom"]) == {"A": "answerer", "Tom": None}


def test_a_part_is_told_from_a_person() -> None:
    assert is_generic(QUESTION)
    assert is_generic(Speaker(name="Question 2", label="Question 2"))
    assert not is_generic(HOLM)


@pytest.mark.parametrize(
    "name", ["Anna Holm", "anna holm", "A.Holm", "Holm", "fisheries minister", "Ms. Holm", "Hölm", "Hollm"]
)
def test_a_person_is_found_by_name_label_office_part_or_slip(name: str) -> None:
    assert called(name, EVERYBODY) == [HOLM]


def test_a_full_name_goes_before_a_part_of_another() -> None:
    namesake = Speaker(name="Anna Holm-Sand", label="A.Holm-Sand")

    assert called("Anna Holm", (namesake, HOLM)) == [HOLM]


def test_a_name_that_two_bear_means_both() -> None:
    sister = Speaker(name="Berta Holm", label="B.Holm")

    assert called("Holm", (HOLM, sister)) == [HOLM, sister]


@pytest.mark.parametrize("name", ["Zachary", " ", "...", "Anna Berg-Lund"])
def test_somebody_who_does_not_speak_is_unknown(name: str) -> None:
    with pytest.raises(UnknownSpeakerError, match="speaks in these transcripts") as caught:
        called(name, EVERYBODY)

    assert caught.value.name == name


def test_an_unknown_name_comes_with_names_that_resemble_it() -> None:
    with pytest.raises(UnknownSpeakerError, match="did you mean Jonas Berg-Lund") as caught:
        called("Jonas Bergen", EVERYBODY)

    assert caught.value.closest[0] == "Jonas Berg-Lund"
