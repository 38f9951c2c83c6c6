package io.tillbot.adapter.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import io.tillbot.core.Invocation;
import io.tillbot.core.Step;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.command.CommandRegistry;
import io.tillbot.core.port.Texts;
import io.tillbot.core.reply.Button;
import io.tillbot.core.reply.Form;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.reply.Text;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Shows an outcome as a message in Block Kit. Safe for many threads. */
final class CardRenderer {
  private static final String PRIMARY = "primary";

  /** Of the text for notifications, before it is escaped. */
  private static final int FALLBACK = 700;

  private final Texts texts;
  private final CommandNames names;
  private final FormGuide forms;
  private final FormCommands asking;

  CardRenderer(Texts texts, CommandNames names, CommandRegistry registry) {
    this.texts = texts;
    this.names = names;
    this.forms = new FormGuide(registry, names);
    this.asking = new FormCommands(registry);
  }

  Message render(Showing showing) {
    return new Card(showing).message();
  }

  /** One card while it is written. */
  private final class Card {
    private final Showing showing;
    private final Reply reply;
    private final Written written;
    private final Blocks blocks = new Blocks();
    private int buttons;

    private Card(Showing showing) {
      this.showing = showing;
      this.reply = showing.outcome().reply();
      this.written = new Written(texts, names, showing.locale());
    }

    private Message message() {
      blocks.header(title());
      reply.body().forEach(paragraph -> blocks.paragraph(written.of(paragraph)));
      blocks.pairs(
          reply.fields().stream()
              .map(field -> new Blocks.Pair(written.of(field.name()), written.of(field.value())))
              .toList());
      Optional<Page> page =
          reply.table().map(table -> Page.of(table, showing.step().map(Step::page).orElse(0)));
      page.ifPresent(shown -> new TableBlocks(written, blocks).put(shown.rows()));
      page.filter(shown -> !shown.isWhole())
          .ifPresent(shown -> blocks.note(written.of(shown.note())));
      reply.notes().forEach(note -> blocks.note(written.of(note)));
      Message.Next next = next();
      page.ifPresent(this::pageButtons);
      reply.buttons().forEach(this::button);
      return new Message(fallback(), built(), next);
    }

    private List<LayoutBlock> built() {
      return blocks.build(written.of(Text.of("slack.cut")));
    }

    private Message.Next next() {
      return switch (showing.outcome()) {
        case Outcome.NeedsInput(var _, var form) -> asking(form);
        case Outcome.Pending _, Outcome.Unknown _ -> new Message.Next.Rest();
        case Outcome.Refused _, Outcome.Unavailable _, Outcome.NeedsConfirmation _ ->
            new Message.Next.Correction();
        case Outcome.Answered _, Outcome.NeedsLink _ -> new Message.Next.Nothing();
      };
    }

    /** A button that opens the form, and how it is answered without one. */
    private Message.Next asking(Form form) {
      List<LayoutBlock> card = built();
      forms.put(form, written, blocks);
      if (FormGuide.isSecret(form)) {
        return new Message.Next.Nothing();
      }
      Step asked = new Step(new Invocation.Named(form.command(), form.given()), 0);
      blocks.button(
          pressed(ButtonKind.FORM, form.title(), showing.offer().apply(asked))
              .style(PRIMARY)
              .build());
      return new Message.Next.Answers(form, card.subList(1, card.size()));
    }

    private String title() {
      String sign = TableBlocks.sign(showing.outcome().tone());
      return (sign.isEmpty() ? "" : sign + " ") + written.of(reply.title());
    }

    private String fallback() {
      StringBuilder plain = new StringBuilder(title());
      reply.body().forEach(paragraph -> plain.append('\n').append(written.of(paragraph)));
      reply
          .fields()
          .forEach(
              field ->
                  plain
                      .append('\n')
                      .append(written.of(field.name()))
                      .append(": ")
                      .append(written.of(field.value())));
      String cut = Limits.cut(plain.toString(), FALLBACK);
      return cut.isBlank() ? Mrkdwn.NOTHING : Mrkdwn.escape(cut);
    }

    private void pageButtons(Page page) {
      showing
          .step()
          .ifPresent(
              step -> {
                if (page.hasPrevious()) {
                  page(Text.of("slack.previous"), step.onPage(page.number() - 1));
                }
                if (page.hasNext()) {
                  page(Text.of("slack.next"), step.onPage(page.number() + 1));
                }
              });
    }

    private void page(Text label, Step step) {
      blocks.button(pressed(ButtonKind.PAGE, label, showing.offer().apply(step)).build());
    }

    private void button(Button button) {
      Text label = button.label();
      switch (button.action()) {
        case Button.Run(String line) ->
            blocks.button(
                pressed(runs(line), label, showing.offer().apply(Step.line(line))).build());
        case Button.Confirm(TicketId ticket) ->
            blocks.button(pressed(ButtonKind.CONFIRM, label, ticket).style(PRIMARY).build());
        case Button.Stop(TicketId ticket) ->
            blocks.button(pressed(ButtonKind.STOP, label, ticket).build());
        case Button.Open(URI address) -> open(label, address.toString());
        case Button.Share(String line) ->
            blocks.button(
                pressed(ButtonKind.SHARE, label, showing.offer().apply(Step.line(line))).build());
      }
    }

    private ButtonKind runs(String line) {
      return asking.opens(new Invocation.Line(line)) ? ButtonKind.FORM : ButtonKind.RUN;
    }

    private void open(Text label, String address) {
      if (address.length() <= Limits.BUTTON_ADDRESS) {
        blocks.button(of(ButtonKind.OPEN, label).url(address).build());
      }
    }

    private ButtonElement.ButtonElementBuilder pressed(
        ButtonKind kind, Text label, TicketId ticket) {
      return of(kind, label).value(ticket.value());
    }

    private ButtonElement.ButtonElementBuilder of(ButtonKind kind, Text label) {
      return ButtonElement.builder()
          .actionId(kind.actionId(buttons++))
          .text(Mrkdwn.plain(written.of(label), Limits.BUTTON_TEXT));
    }
  }
}
