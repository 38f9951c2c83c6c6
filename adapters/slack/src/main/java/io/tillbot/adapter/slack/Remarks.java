package io.tillbot.adapter.slack;

import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import io.tillbot.core.access.Caller;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Text;
import io.tillbot.core.reply.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The adapter's own short messages, beside the cards. None holds account data of its own. */
final class Remarks {
  private static final Pattern USER = Pattern.compile("[UW][A-Z0-9]{1,20}");
  private static final int LONGEST = 500;

  private final Texts texts;
  private final CommandNames names;
  private final Function<Caller, Locale> language;

  Remarks(Texts texts, CommandNames names, Function<Caller, Locale> language) {
    this.texts = texts;
    this.names = names;
    this.language = language;
  }

  /** It takes a little longer. */
  Message working(Caller caller) {
    return small(words(caller, Text.of("slack.working")));
  }

  /** There is an answer, and where it is found; not what it says, since others may look on. */
  Message ping(Caller caller) {
    String words = words(caller, Text.of("slack.ping", Value.line("/billing operations list")));
    return new Message(
        Mrkdwn.escape(words),
        List.of(SectionBlock.builder().text(Mrkdwn.plain(words, LONGEST)).build()));
  }

  /** What was to be shared is not. */
  Message notShared(Caller caller) {
    return small(words(caller, Text.of("slack.not-shared")));
  }

  /** A card for everybody, with who shows it; the only mention that is ever made. */
  Message shared(Caller caller, Message card) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (USER.matcher(caller.user()).matches()) {
      blocks.add(
          ContextBlock.builder()
              .elements(
                  List.of(
                      Mrkdwn.plain(words(caller, Text.of("slack.shared-by")), LONGEST),
                      Mrkdwn.markup("<@" + caller.user() + ">")))
              .build());
    }
    blocks.addAll(card.blocks());
    return new Message(card.text(), blocks.subList(0, Math.min(blocks.size(), Limits.BLOCKS)));
  }

  private static Message small(String words) {
    return new Message(
        Mrkdwn.escape(words),
        List.of(ContextBlock.builder().elements(List.of(Mrkdwn.plain(words, LONGEST))).build()));
  }

  private String words(Caller caller, Text text) {
    return new Written(texts, names, language.apply(caller)).of(text);
  }
}
