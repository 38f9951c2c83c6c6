package io.tillbot.adapter.discord;

import io.tillbot.core.Step;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Attachment;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.List;
import java.util.function.Function;
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
    Written written = new Written(texts, view.locale(), line -> lines.typed(line, view.locale()));
    @Nullable TablePage page =
        reply.table().map(table -> new TablePage(table, view.page())).orElse(null);
    return new MessageCreateBuilder()
        .setAllowedMentions(List.of())
        .setEmbeds(new EmbedWriter(written).embed(reply, outcome.tone(), page))
        .setComponents(new Buttons(written, offers).rows(reply.buttons(), page, view.step()))
        .setFiles(files(reply))
        .build();
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
