package io.tillbot.adapter.discord.fake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRulesTest {
  static List<Arguments> refused() {
    return List.of(
        Arguments.of("commands", numbered(101, "{'name':'n%d','description':'d'}")),
        Arguments.of("a name twice", command("n", "d", "") + "," + command("n", "d", "")),
        Arguments.of("name", command("n".repeat(33), "d", "")),
        Arguments.of("a name with a blank", command("a b", "d", "")),
        Arguments.of("a name in capitals", command("Invoice", "d", "")),
        Arguments.of("description", command("n", "d".repeat(101), "")),
        Arguments.of("no description", command("n", "", "")),
        Arguments.of(
            "a translation",
            "{'name':'n','description':'d','description_localizations':{'ru':'"
                + "x".repeat(101)
                + "'}}"),
        Arguments.of("a translated name with a blank", translated("n", "a b")),
        Arguments.of("a translated name in capitals", translated("n", "Счёт")),
        Arguments.of("a translated name that is too long", translated("n", "ч".repeat(33))),
        Arguments.of(
            "a name in no language of Discord's",
            "{'name':'n','description':'d','name_localizations':{'xx':'n'}}"),
        Arguments.of(
            "two names that are one in a language",
            translated("n", "счёт") + "," + translated("m", "счёт")),
        Arguments.of("six commands on messages", numbered(6, "{'name':'Look %d','type':3}")),
        Arguments.of("six commands on users", numbered(6, "{'name':'Look %d','type':2}")),
        Arguments.of(
            "a command on messages that is described", "{'name':'L','type':3,'description':'d'}"),
        Arguments.of(
            "a command on messages that takes options",
            "{'name':'L','type':3,'options':[" + option("o", 3, "") + "]}"),
        Arguments.of("a command of no type", "{'name':'L','type':9}"),
        Arguments.of(
            "choices that are completed",
            command(
                "n",
                "d",
                option("o", 3, "'autocomplete':true,'choices':[{'name':'c','value':'v'}]"))),
        Arguments.of(
            "a boolean that is completed",
            command("n", "d", option("o", 5, "'autocomplete':true"))),
        Arguments.of("options", command("n", "d", numbered(26, option("o%d", 3, "")))),
        Arguments.of(
            "an option twice", command("n", "d", option("o", 3, "") + "," + option("o", 3, ""))),
        Arguments.of("an option of no type", command("n", "d", option("o", 12, ""))),
        Arguments.of(
            "required after optional",
            command("n", "d", option("a", 3, "") + "," + option("b", 3, "'required':true"))),
        Arguments.of(
            "required of a wrong type", command("n", "d", option("a", 3, "'required':'yes'"))),
        Arguments.of(
            "choices",
            command(
                "n",
                "d",
                option("o", 3, "'choices':[" + numbered(26, "{'name':'c%d','value':'v'}") + "]"))),
        Arguments.of(
            "choices of a boolean",
            command("n", "d", option("o", 5, "'choices':[{'name':'c','value':'v'}]"))),
        Arguments.of(
            "a choice of a wrong type",
            command("n", "d", option("o", 3, "'choices':[{'name':'c','value':1}]"))),
        Arguments.of(
            "subcommands beside options",
            command("n", "d", option("s", 1, "") + "," + option("o", 3, ""))),
        Arguments.of(
            "subcommands of subcommands",
            command(
                "n",
                "d",
                option(
                    "s",
                    1,
                    "'options':["
                        + option("t", 1, "'options':[" + option("u", 1, "") + "]")
                        + "]"))),
        Arguments.of("a context that is none", "{'name':'n','description':'d','contexts':[3]}"),
        Arguments.of(
            "permissions in words",
            "{'name':'n','description':'d','default_member_permissions':'ADMIN'}"),
        Arguments.of(
            "8000 characters together",
            command("n", "d", numbered(25, option("o%d", 3, "'choices':[" + choices(5) + "]")))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatDiscordRefusesIsRefused(String what, String commands) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> CommandRules.check(json(commands)))
        .extracting(Refusal::code)
        .isEqualTo(Refusal.INVALID_FORM_BODY);
  }

  @Test
  void whatIsJustWithinTheLimitsIsTaken() {
    String options = numbered(25, option("o%d", 3, "'choices':[" + choices(2) + "]"));
    assertThatCode(
            () -> CommandRules.check(json(command("n".repeat(32), "d".repeat(100), options))))
        .doesNotThrowAnyException();
  }

  private static String choices(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'name':'c" + i + "x".repeat(48) + "','value':'" + "v".repeat(50) + "'}")
        .collect(Collectors.joining(","));
  }

  private static List<?> json(String commands) {
    return DataArray.fromJson("[" + commands.replace('\'', '"') + "]").toList();
  }

  private static String command(String name, String description, String options) {
    return "{'name':'%s','description':'%s','options':[%s]}".formatted(name, description, options);
  }

  private static String translated(String name, String russian) {
    return "{'name':'%s','description':'d','name_localizations':{'ru':'%s'}}"
        .formatted(name, russian);
  }

  private static String option(String name, int type, String more) {
    return "{'name':'"
        + name
        + "','description':'d','type':"
        + type
        + (more.isEmpty() ? "" : ",")
        + more
        + "}";
  }

  private static String numbered(int count, String part) {
    return IntStream.range(0, count)
        .mapToObj(i -> part.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining(","));
  }
}
