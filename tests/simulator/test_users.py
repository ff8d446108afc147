"""What users do and see, through a client that knows nothing of the simulator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.simulator.state.messages import Message
from tests.simulator.state.places import ALL_PERMISSIONS
from tests.simulator.users.errors import ImpossibleActionError, UnansweredError
from tests.simulator.users.seen import Choice, SeenMessage

if TYPE_CHECKING:
    from tests.simulator.simulator import Simulator
    from tests.simulator.users.person import Person


pytestmark = pytest.mark.usefixtures("parrot")


async def test_a_slash_command_is_answered(alice: Person) -> None:
    reply = await alice.slash("echo", words="hello")

    assert reply.text == "hello (en-US)"
    assert not reply.deferred
    assert not reply.ephemeral
    assert reply.acknowledged_after == 0


async def test_a_command_can_be_used_in_a_conversation_and_in_another_language(alice: Person) -> None:
    reply = await alice.in_dm().speaking("de").slash("echo", words="hallo")

    assert reply.text == "hallo (de)"


async def test_a_command_for_servers_is_not_offered_to_a_user_install(alice: Person) -> None:
    with pytest.raises(ImpossibleActionError, match="“echo” is not offered here"):
        await alice.with_user_install().slash("echo", words="hello")


async def test_a_command_for_users_goes_where_the_bot_is_not(simulator: Simulator, alice: Person) -> None:
    elsewhere = simulator.world.add_guild("Elsewhere", joined=False)

    among_friends = await alice.with_user_install().slash("think", words="hello")
    in_a_server = await alice.with_user_install(elsewhere).slash("think", words="bye")

    assert among_friends.text == "hello"
    assert in_a_server.text == "bye"
    with pytest.raises(ImpossibleActionError, match="the bot is not in Elsewhere"):
        alice.in_guild(elsewhere)


async def test_another_server_and_another_person_are_somewhere_else(simulator: Simulator, alice: Person) -> None:
    other = simulator.world.add_guild("Other", locale="fr")
    bob = simulator.person("bob").in_guild(other)

    reply = await bob.slash("think", words="hello")

    assert bob.sees(reply.message)
    assert not alice.sees(reply.message)


async def test_a_deferred_answer_is_shown_once_it_is_edited_in(alice: Person) -> None:
    reply = await alice.slash("think", words="hello")

    assert reply.deferred
    assert reply.text == "hello"
    assert not reply.message.thinking


async def test_the_first_follow_up_fills_in_a_deferred_answer_and_stays_private(
    simulator: Simulator, alice: Person
) -> None:
    bob = simulator.person("bob")

    reply = await alice.slash("whisper", words="hello")

    assert [message.text for message in reply.messages] == ["hello"]
    assert reply.ephemeral
    assert alice.sees(reply.message)
    assert not bob.sees(reply.message)


async def test_a_follow_up_is_another_message_with_its_file(alice: Person) -> None:
    reply = await (await alice.slash("repeat", words="hello")).until_messages(2)

    assert [message.text for message in reply.messages] == ["hello", "hello"]
    assert [file.name for file in reply.messages[1].files] == ["parrot.txt"]
    assert reply.messages[1].files[0].data.startswith(b'"""A tiny bot')


async def test_an_uploaded_file_can_be_read(alice: Person) -> None:
    file = alice.upload("words.txt", b" from a file")

    reply = await alice.slash("echo", words="hello", file=file)

    assert reply.text == "hello from a file (en-US)"


async def test_an_option_names_a_member(simulator: Simulator, alice: Person) -> None:
    bob = simulator.person("bob")

    reply = await alice.slash("greet", who=bob.account)

    assert reply.text == "hello bob"


async def test_an_option_names_a_channel(simulator: Simulator, alice: Person) -> None:
    simulator.expect("unanswered")
    general = simulator.home.channels[0]
    where = {"type": 7, "name": "where", "description": "Where", "required": True}
    simulator.world.commands.put(None, {"name": "go", "description": "Go", "options": [where]})

    reply = await alice.waiting("sent").slash("go", where=general)

    assert reply.interaction.data["options"] == [{"name": "where", "type": 7, "value": general.id}]
    assert list(reply.interaction.data["resolved"]["channels"]) == [general.id]


async def test_suggestions_come_while_typing(alice: Person) -> None:
    choices = await alice.autocomplete("count", "unit", "m")

    assert choices == [Choice(name="ma", value="ma" * 40), Choice(name="mb", value="mb" * 40)]


async def test_a_button_of_an_earlier_message_is_answered(alice: Person) -> None:
    asked = await alice.slash("echo", words="hello")

    reply = await alice.click(asked.message, "Again")

    assert reply.messages == []
    assert asked.text == "hello, hello"


async def test_a_menu_is_answered_to_one_person(alice: Person) -> None:
    asked = await alice.slash("pick")

    reply = await alice.select(asked.message, "Two")

    assert reply.text == "chose T"
    assert reply.ephemeral


async def test_a_client_without_allowed_mentions_notifies_nobody(alice: Person) -> None:
    reply = await alice.slash("think", words="@everyone <@1> <@&2>")

    assert reply.text == "@everyone <@1> <@&2>"
    assert reply.message.pings == set()


@pytest.mark.parametrize(
    ("allowed", "pings"),
    [
        (None, {"everyone", "1", "2"}),
        ({"parse": []}, set()),
        ({"parse": ["users"]}, {"1"}),
        ({"parse": [], "roles": ["2"]}, {"2"}),
        ({"parse": ["everyone"]}, {"everyone"}),
    ],
)
async def test_who_is_notified_is_what_was_allowed(
    simulator: Simulator, alice: Person, allowed: dict[str, list[str]] | None, pings: set[str]
) -> None:
    world, channel = simulator.world, alice.place.channel
    message = Message(id=world.ids.next(), channel=channel, author=world.bot, created=world.clock.now())

    world.post(message, {"content": "@everyone <@1> <@&2>", "allowed_mentions": allowed}, [])

    assert SeenMessage(message=message).pings == pings


async def test_a_form_is_filled_in(alice: Person) -> None:
    asked = await alice.slash("form")

    reply = await alice.submit(asked.form, {"words": "hello"})

    assert asked.form.title == "Words"
    assert reply.text == "wrote hello"


async def test_a_context_menu_gets_the_message(alice: Person) -> None:
    message = await alice.post("hello")

    reply = await alice.use_menu("Shout", message)

    assert reply.text == "HELLO"
    assert reply.message.payload["type"] == 23


async def test_a_card_shows_its_text_in_order(alice: Person) -> None:
    reply = await alice.slash("card", length=5)

    assert reply.text == "xx\nxxx"


async def test_a_command_is_offered_to_those_with_its_permissions_only(alice: Person) -> None:
    with pytest.raises(ImpossibleActionError, match="“admin” is not offered here"):
        await alice.slash("admin reload")

    reply = await alice.allowed(alice.permissions | 0x20).slash("admin reload")

    assert reply.text == "reloaded"


@pytest.mark.parametrize(
    ("command", "options", "fault"),
    [
        ("nothing", {}, "“nothing” is not offered"),
        ("echo", {}, "required options are missing: words"),
        ("echo", {"words": 3}, "option “words” cannot take 3"),
        ("echo", {"words": "a", "loud": True}, "there is no option “loud”"),
        ("count", {"number": 11}, "takes 1 to 10, not 11"),
        ("count", {"number": True}, "cannot take True"),
        ("admin", {}, "wants a subcommand: reload"),
        ("admin unload", {}, "wants a subcommand: reload; not “unload”"),
    ],
)
async def test_a_command_takes_only_what_was_registered(
    alice: Person, command: str, options: dict[str, str], fault: str
) -> None:
    with pytest.raises(ImpossibleActionError, match=fault):
        await alice.allowed(ALL_PERMISSIONS).slash(command, **options)


async def test_nobody_presses_what_is_not_there(simulator: Simulator, alice: Person) -> None:
    bob = simulator.person("bob")
    whispered = await alice.slash("whisper", words="hello")
    picker = await alice.slash("pick")

    with pytest.raises(ImpossibleActionError, match="no button “Again”"):
        await alice.click(whispered.message, "Again")
    with pytest.raises(ImpossibleActionError, match="cannot be chosen"):
        await alice.select(picker.message, "Three")
    with pytest.raises(ImpossibleActionError, match="cannot see"):
        await bob.use_menu("Shout", whispered.message)


async def test_a_form_takes_only_what_fits(alice: Person) -> None:
    form = (await alice.slash("form")).form

    with pytest.raises(ImpossibleActionError, match="field “words” cannot take “”"):
        await alice.submit(form, {})
    with pytest.raises(ImpossibleActionError, match="cannot take “xxxxxxxxxxx”"):
        await alice.submit(form, {"words": "x" * 11})
    with pytest.raises(ImpossibleActionError, match="the form has no field title; it has words"):
        await alice.submit(form, {"title": "x"})


async def test_silence_is_told_to_the_user_and_fails_the_test(simulator: Simulator, alice: Person) -> None:
    simulator.expect("unanswered: interaction of type 2")

    with pytest.raises(UnansweredError, match="did not respond"):
        await alice.waiting("answered", patience=0.1).slash("mute")
