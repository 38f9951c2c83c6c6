package io.tillbot.adapter.discord;

import io.tillbot.core.reply.Field;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Tone;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.EmbedBuilder;
import net.dv8tion.jda.api.entities.MessageEmbed;
import org.jspecify.annotations.Nullable;

/**
 * A card as one embed. Each part has a share of the 6,000 characters that an embed may hold: the
 * title and the fields come first, then the table, then the paragraphs, then the notes.
 */
final class EmbedWriter {
  private static final int FIELDS_SHARE = 2_000;
  private static final int FOOTER_SHARE = 600;
  private static final int NAME = 100;
  private static final int SHORT_VALUE = 30;
  private static final String PARAGRAPH = "\n\n";

  private final Written written;

  EmbedWriter(Written written) {
    this.written = written;
  }

  MessageEmbed embed(Reply reply, Tone tone, @Nullable TablePage page) {
    List<MessageEmbed.Field> fields = fields(reply.fields());
    List<Text> notes = new ArrayList<>(reply.notes());
    if (fields.size() < reply.fields().size()) {
      notes.add(
          Text.of("discord.left-out", Value.count(reply.fields().size() - (long) fields.size())));
    }
    if (page != null && page.count() > 1) {
      notes.add(
          Text.of("discord.page", Value.count(page.number() + 1L), Value.count(page.count())));
    }
    EmbedBuilder embed =
        new EmbedBuilder()
            .setColor(colour(tone))
            .setTitle(Markdown.escaped(written.something(reply.title()), Limits.TITLE))
            .setDescription(description(reply, page));
    fields.forEach(embed::addField);
    String footer = Markdown.plain(joined(notes), FOOTER_SHARE);
    return embed.setFooter(footer.isEmpty() ? null : footer).build();
  }

  /** What is left for it is 3,144 characters at least: room for every table. */
  private @Nullable String description(Reply reply, @Nullable TablePage page) {
    String table = page == null || page.rows().isEmpty() ? "" : new TableText(written).of(page);
    int room = Limits.EMBED_TOTAL - Limits.TITLE - FIELDS_SHARE - FOOTER_SHARE - PARAGRAPH.length();
    String body = body(reply.body(), room - table.length());
    String joiner = body.isEmpty() || table.isEmpty() ? "" : PARAGRAPH;
    String description = body + joiner + table;
    return description.isEmpty() ? null : description;
  }

  private String body(List<Text> paragraphs, int room) {
    StringBuilder body = new StringBuilder();
    for (Text paragraph : paragraphs) {
      String joiner = body.isEmpty() ? "" : PARAGRAPH;
      int left = room - body.length() - joiner.length();
      if (left < 2) {
        break;
      }
      body.append(joiner).append(Markdown.escaped(written.of(paragraph), left));
    }
    return body.toString();
  }

  private List<MessageEmbed.Field> fields(List<Field> fields) {
    List<MessageEmbed.Field> shown = new ArrayList<>();
    int left = FIELDS_SHARE;
    for (Field field : fields) {
      String name = Markdown.escaped(written.something(field.name()), NAME);
      String value = Markdown.escaped(written.something(field.value()), Limits.FIELD_VALUE);
      left -= name.length() + value.length();
      if (left < 0 || shown.size() == Limits.FIELDS) {
        break;
      }
      shown.add(new MessageEmbed.Field(name, value, value.length() <= SHORT_VALUE));
    }
    return shown;
  }

  private String joined(List<Text> notes) {
    return notes.stream().map(written::of).collect(Collectors.joining("\n"));
  }

  private static int colour(Tone tone) {
    return switch (tone) {
      case NEUTRAL -> 0x5865F2;
      case GOOD -> 0x57F287;
      case WARNING -> 0xFEE75C;
      case BAD -> 0xED4245;
    };
  }
}
