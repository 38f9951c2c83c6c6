package io.tillbot.adapter.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes views: an empty one while something is read, a form, and what came of it. <a
 * href="https://docs.slack.dev/reference/views/modal-views">Modal views</a>
 */
final class Modals {
  /** The {@code callback_id} of a form; other views of ours have {@link #CARD}. */
  static final String FORM = "form";

  static final String CARD = "card";

  private static final String MODAL = "modal";
  private static final String PLAIN = "plain_text";

  private final Texts texts;
  private final CommandNames names;

  Modals(Texts texts, CommandNames names) {
    this.texts = texts;
    this.names = names;
  }

  /** Something is on its way. */
  View loading(FormMemo memo) {
    Written written = written(memo);
    String wait = written.of(Text.of("slack.modal.loading"));
    return frame(
            written,
            Text.of("slack.modal.title"),
            memo,
            List.of(SectionBlock.builder().text(Mrkdwn.plain(wait, Limits.SECTION)).build()))
        .build();
  }

  /** What the message shows; its questions as a form. */
  View view(Message message, FormMemo memo) {
    Written written = written(memo);
    return switch (message.next()) {
      case Message.Next.Answers(Form form, List<LayoutBlock> intro) ->
          form(written, form, intro, memo.of(form.command(), form.given()));
      case Message.Next.Correction _ -> card(written, message, memo, memo.hasForm());
      case Message.Next.Nothing _, Message.Next.Rest _ -> card(written, message, memo, false);
    };
  }

  /** What is wrong with an answer in a form. */
  String error(Text problem, FormMemo memo) {
    return Limits.cut(written(memo).of(problem), Limits.INPUT_ERROR);
  }

  private static View form(Written written, Form form, List<LayoutBlock> intro, FormMemo memo) {
    List<LayoutBlock> blocks = new ArrayList<>(intro);
    Map<String, String> typed = memo.typed();
    form.questions().forEach(asked -> blocks.add(FormBlocks.of(asked, typed, written)));
    return frame(written, form.title(), memo, blocks)
        .callbackId(FORM)
        .submit(
            ViewSubmit.builder()
                .type(PLAIN)
                .text(label(written, Text.of("slack.modal.submit")))
                .build())
        .build();
  }

  private static View card(Written written, Message message, FormMemo memo, boolean canGoBack) {
    List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
    if (canGoBack) {
      ButtonElement back =
          ButtonElement.builder()
              .actionId(ButtonKind.BACK.actionId(0))
              .text(Mrkdwn.plain(written.of(Text.of("slack.modal.back")), Limits.BUTTON_TEXT))
              .build();
      blocks.add(ActionsBlock.builder().elements(List.of(back)).build());
    }
    return frame(written, Text.of("slack.modal.title"), memo, blocks).build();
  }

  private static View.ViewBuilder frame(
      Written written, Text title, FormMemo memo, List<LayoutBlock> blocks) {
    return View.builder()
        .type(MODAL)
        .callbackId(CARD)
        .privateMetadata(memo.metadata())
        .title(ViewTitle.builder().type(PLAIN).text(label(written, title)).build())
        .close(
            ViewClose.builder()
                .type(PLAIN)
                .text(label(written, Text.of("slack.modal.close")))
                .build())
        .blocks(blocks);
  }

  private static String label(Written written, Text text) {
    return Limits.cut(written.of(text), Limits.VIEW_LABEL);
  }

  private Written written(FormMemo memo) {
    return new Written(texts, names, memo.locale());
  }
}
