package io.tillbot.adapter.discord;

import io.tillbot.core.Step;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;

/**
 * Shows an outcome as a message: one embed, its files, its buttons. Whatever the card holds, the
 * message is one that Discord takes, and it mentions nobody. Safe for many threads.
 */
final class CardRenderer {
  private final Texts texts;
  private final SlashLines lines;

  CardRenderer(Texts texts, SlashLines lines) {
    this.texts = texts;
    this.lines = lines;
  }

  /**
   * The message.
   *
   * @param offers keeps what a button runs, for the reader alone
   */
  MessageCreateData render(View view, Function<Step, TicketId> offers) {
    Outcome outcome = new FormHints(lines, view.locale()).put(view.outcome());
    Reply reply = noteWhatIsNotAttached(outcome.reply());
    Written written = written(view.locale());
    @Nullable TablePage page =
        reply.table().map(table -> new TablePage(table, view.page())).orElse(null);
    return new MessageCreateBuilder()
        .setAllowedMentions(List.of())
        .mentionRepliedUser(false)
        .setEmbeds(new EmbedWriter(written).embed(reply, outcome.tone(), page))
        .setComponents(
            new Buttons(written, offers)
                .rows(reply.buttons(), asked(view.outcome(), written), page, view.step()))
        .setFiles(files(reply))
        .build();
  }

  private static List<ActionRow> asked(Outcome outcome, Written written) {
    return outcome instanceof Outcome.NeedsInput(Reply _, Form form)
        ? new Asking(written).rows(form)
        : List.of();
  }

  /** The form as a modal, where it is one. */
  Optional<Modal> modal(Outcome outcome, Locale locale) {
    return new Asking(written(locale)).modal(outcome);
  }

  /** One line of text, for where there is no card. */
  String words(Value value, Locale locale) {
    return Markdown.escaped(written(locale).something(value), Limits.FIELD_VALUE);
  }

  private Written written(Locale locale) {
    return new Written(texts, locale, line -> lines.typed(line, locale));
  }

  private static List<FileUpload> files(Reply reply) {
    return reply.attachments().stream()
        .filter(CardRenderer::isSmallEnough)
        .map(file -> FileUpload.fromData(file.document().content(), file.name()))
        .toList();
  }

  private static Reply noteWhatIsNotAttached(Reply reply) {
    List<Attachment> left =
        reply.attachments().stream().filter(file -> !isSmallEnough(file)).toList();
    if (left.isEmpty()) {
      return reply;
    }
    Reply.Builder card = reply.more();
    left.forEach(file -> card.note(Text.of("discord.file-too-large", Value.data(file.name()))));
    return card.build();
  }

  private static boolean isSmallEnough(Attachment file) {
    return file.document().size() <= Limits.FILE;
  }
}
