package io.tillbot.adapter.sandbox.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tillbot.adapter.sandbox.answer.Answer;
import io.tillbot.adapter.sandbox.answer.AnswerWriter;
import io.tillbot.adapter.sandbox.answer.Node;
import io.tillbot.adapter.sandbox.answer.Rendered;
import io.tillbot.adapter.sandbox.book.Books;
import io.tillbot.adapter.sandbox.choice.Settings;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Faults;
import io.tillbot.adapter.sandbox.form.Form;
import io.tillbot.adapter.sandbox.form.FormParser;
import io.tillbot.adapter.sandbox.rule.GatewayDesk;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The control addresses, {@code /sandbox/…}: for tests and people on the same machine. */
final class Control {

  private static final int LARGEST_BODY = 64 * 1024;
  private static final Settings PLAIN = new Settings(Switches.defaults(), "");

  private final Faults faults;
  private final GatewayDesk gateway;
  private final FaultForm faultForm;
  private final BookReport report;
  private final AnswerWriter writer = new AnswerWriter();
  private final FormParser parser = new FormParser();

  Control(Books books, Faults faults, GatewayDesk gateway, Counts counts, List<String> writes) {
    this.faults = faults;
    this.gateway = gateway;
    this.faultForm = new FaultForm();
    this.report = new BookReport(books, counts, writes);
  }

  void routes(RoutesConfig routes) {
    routes.before("/sandbox/*", new LocalOnly());
    routes.get("/sandbox/faults", context -> send(context, 200, faultForm.listed(faults.list())));
    routes.post("/sandbox/faults", this::addFault);
    routes.delete(
        "/sandbox/faults",
        context -> {
          faults.clear();
          send(context, 200, faultForm.listed(faults.list()));
        });
    routes.get("/sandbox/switches", context -> send(context, 200, faultForm.choices()));
    routes.post("/sandbox/pay/{invoice}", this::pay);
    routes.get("/sandbox/mail", context -> send(context, 200, report.mail()));
    routes.get("/sandbox/books", context -> send(context, 200, report.books(form(context))));
  }

  private void addFault(Context context) throws IOException {
    try {
      int id = faults.add(faultForm.read(form(context)));
      send(context, 201, new Node.Fields().number("id", id));
    } catch (IllegalArgumentException e) {
      send(context, 400, error(String.valueOf(e.getMessage())));
    }
  }

  private void pay(Context context) throws IOException {
    String invoice = context.pathParam("invoice");
    int id = invoice.matches("[0-9]{1,9}") ? Integer.parseInt(invoice) : 0;
    GatewayDesk.Outcome outcome = gateway.pay(form(context).text("location"), id);
    switch (outcome) {
      case PAID -> send(context, 200, new Node.Fields().word("result", "paid"));
      case NO_SUCH_INVOICE -> send(context, 404, error("no such invoice"));
      case NOT_PAYABLE -> send(context, 409, error("nothing is to be paid on it"));
    }
  }

  private static Node.Fields error(String message) {
    return new Node.Fields().word("error", message);
  }

  private Form form(Context context) throws IOException {
    String query = Optional.ofNullable(context.queryString()).orElse("");
    return parser.parse(query, context.bodyInputStream().readNBytes(LARGEST_BODY));
  }

  private void send(Context context, int status, Node.Fields fields) {
    Rendered rendered = writer.write(new Answer.Done(fields), PLAIN);
    context.header("Cache-Control", "no-store");
    Exchange.send(context, new Rendered(status, rendered.type(), rendered.body()));
  }
}
