package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.core.command.Call;
import io.tillbot.core.command.Command;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.command.CommandSpec;
import io.tillbot.core.command.Handler;
import io.tillbot.core.command.OptionSpec;
import io.tillbot.core.command.Visibility;
import io.tillbot.core.command.option.ChoiceType;
import io.tillbot.core.command.option.IdType;
import io.tillbot.core.command.option.MoneyType;
import io.tillbot.core.command.option.TextType;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.support.TestBot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

/** What is registered, of the real catalogue and of one that has every kind of option. */
class CommandMenuTest {
  private static final Pattern NAME = Pattern.compile("[-_\\p{Ll}\\p{N}]{1,32}");

  private final CommandRegistry catalogue = TestBot.linked().catalogue().registry();
  private final CommandMenu menu = new CommandMenu(new FileTexts());

  @Test
  void theRegistrationIsTheOneThatWasLookedAt() throws IOException {
    Golden.check(
        "registration.json", DataArray.fromCollection(menu.of(catalogue)).toPrettyString() + "\n");
  }

  @Test
  void discordTakesTheCatalogue() {
    List<CommandData> commands = menu.of(catalogue);
    assertThat(commands).hasSizeBetween(5, 100);
    assertThatCode(() -> FakeDiscord.check(DataArray.fromCollection(commands)))
        .doesNotThrowAnyException();
  }

  @Test
  void everyCommandOfTheCatalogueIsThere() {
    List<String> paths = new ArrayList<>();
    for (SlashCommandData command : menu.slash(catalogue)) {
      command.getSubcommands().forEach(leaf -> paths.add(command.getName() + " " + leaf.getName()));
      command
          .getSubcommandGroups()
          .forEach(
              group ->
                  group
                      .getSubcommands()
                      .forEach(
                          leaf ->
                              paths.add(
                                  String.join(
                                      " ", command.getName(), group.getName(), leaf.getName()))));
      if (command.getSubcommands().isEmpty()) {
        paths.add(command.getName());
      }
    }
    assertThat(paths)
        .containsExactlyInAnyOrderElementsOf(
            catalogue.commands().stream().map(command -> command.spec().path().name()).toList());
  }

  @Test
  void everyNameIsOneOfDiscordsAndNoDescriptionIsCutShort() {
    for (SlashCommandData command : menu.slash(catalogue)) {
      everyPart(command.toData())
          .forEach(
              part -> {
                assertThat(part.getString("name")).matches(NAME);
                assertThat(part.getString("description")).doesNotEndWith("…").isNotBlank();
                assertThat(part.getObject("description_localizations").getString("ru"))
                    .doesNotEndWith("…")
                    .matches(".*\\p{IsCyrillic}.*");
              });
    }
  }

  @Test
  void everyNameHasARussianOneAndNoTwoBesideEachOtherAreTheSame() {
    DataArray commands = DataArray.fromCollection(menu.slash(catalogue));
    siblings(commands)
        .forEach(
            names -> {
              assertThat(names).doesNotHaveDuplicates();
              assertThat(names).allSatisfy(name -> assertThat(name).matches(NAME));
            });
  }

  /** The Russian names of what stands beside each other, at every level. */
  private static List<List<String>> siblings(DataArray parts) {
    List<List<String>> all = new ArrayList<>();
    List<DataObject> these = parts.stream(DataArray::getObject).toList();
    all.add(
        these.stream().map(part -> part.getObject("name_localizations").getString("ru")).toList());
    for (DataObject part : these) {
      part.optArray("options")
          .filter(list -> !list.isEmpty())
          .map(CommandMenuTest::siblings)
          .ifPresent(all::addAll);
    }
    return all;
  }

  private static List<DataObject> everyPart(DataObject command) {
    List<DataObject> parts = new ArrayList<>(List.of(command));
    command
        .optArray("options")
        .ifPresent(
            options ->
                options.stream(DataArray::getObject)
                    .forEach(option -> parts.addAll(everyPart(option))));
    return parts;
  }

  @Test
  void commandsWorkInServersAndInDirectMessages() {
    assertThat(menu.slash(catalogue))
        .allSatisfy(
            command ->
                assertThat(command.getContexts())
                    .containsExactlyInAnyOrder(
                        InteractionContextType.GUILD, InteractionContextType.BOT_DM));
  }

  @Test
  void theStaffsCommandsAreHiddenFromThoseWhoDoNotRunTheServer() {
    SlashCommandData staff = only("billing-admin groups");
    assertThat(staff.getDefaultPermissions().getPermissionsRaw())
        .isEqualTo(Permission.MANAGE_SERVER.getRawValue());
    assertThat(only("billing status").getDefaultPermissions().getPermissionsRaw()).isNull();
  }

  @Test
  void idsAmountsAndWordsAreStringsAndFlagsAreBooleans() {
    SlashCommandData command =
        only(
            "thing",
            OptionSpec.required("id", IdType.invoice()),
            OptionSpec.optional("amount", new MoneyType()),
            OptionSpec.rest("reason", new TextType(80, "too slow")),
            OptionSpec.named("kind", new ChoiceType<>(ordered("now", "later"))),
            OptionSpec.flag("subscribe"));
    assertThat(command.getOptions())
        .extracting(OptionData::getName)
        .containsExactly("id", "amount", "reason", "kind", "subscribe");
    assertThat(command.getOptions())
        .extracting(OptionData::getType)
        .containsExactly(
            OptionType.STRING,
            OptionType.STRING,
            OptionType.STRING,
            OptionType.STRING,
            OptionType.BOOLEAN);
    assertThat(command.getOptions())
        .extracting(OptionData::isRequired)
        .containsExactly(true, false, false, false, false);
    assertThat(command.getOptions().get(3).getChoices())
        .extracting(choice -> choice.getName() + "=" + choice.getAsString())
        .containsExactly("now=now", "later=later");
  }

  private SlashCommandData only(String path, OptionSpec<?>... options) {
    return menu.slash(
            new CommandRegistry(
                List.of(
                    new Command(
                        CommandSpec.read(path, Visibility.PRIVATE, options), new Nothing()))))
        .getFirst();
  }

  private static Map<String, String> ordered(String... words) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String word : words) {
      ordered.put(word, word);
    }
    return ordered;
  }

  private record Nothing() implements Handler.NeedsNoAccount {
    @Override
    public Outcome handle(Call call) {
      return new Outcome.Answered(Reply.of(Text.of("nothing")));
    }
  }
}
