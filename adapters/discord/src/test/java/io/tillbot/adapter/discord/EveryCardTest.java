package io.tillbot.adapter.discord;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.tillbot.adapter.discord.fake.FakeDiscord;
import io.tillbot.core.Bot;
import io.tillbot.core.Catalogue;
import io.tillbot.core.CatalogueSettings;
import io.tillbot.core.Invocation;
import io.tillbot.core.Press;
import io.tillbot.core.Samples;
import io.tillbot.core.Step;
import io.tillbot.core.access.Caller;
import io.tillbot.core.access.Credential;
import io.tillbot.core.access.InMemoryCredentialVault;
import io.tillbot.core.access.Place;
import io.tillbot.core.access.Platform;
import io.tillbot.core.access.Secret;
import io.tillbot.core.access.TicketId;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingAccess;
import io.tillbot.core.billing.model.ClientGroup;
import io.tillbot.core.billing.model.Contact;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.ContactList;
import io.tillbot.core.billing.model.GroupId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.model.Transaction;
import io.tillbot.core.billing.model.TransactionId;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.command.Command;
import io.tillbot.core.execution.Means;
import io.tillbot.core.reply.Outcome;
import io.tillbot.core.support.AllowAll;
import io.tillbot.core.support.InMemoryStore;
import io.tillbot.core.support.LiveAccount;
import io.tillbot.core.support.ScriptedBilling;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.TestMeans;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The card of every command, in both languages, as it was looked at. */
class EveryCardTest {
  private static final Caller ANN = new Caller(Platform.DISCORD, null, "400000000000000001");
  private static final Place LOBBY = new Place(Place.Kind.PUBLIC_CHANNEL, "200000000000000001");

  /** Where the catalogue's own example would be refused at once. */
  private static final Map<String, String> LINES =
      Map.of(
          "account edit", "/account edit --last-name Newname",
          "contact add", "/contact add --email new@example.com --first-name Nia",
          "contact edit", "/contact edit 7 --last-name Newname",
          "mass-pay", "/mass-pay 123 124");

  private final ScriptedBilling billing = new ScriptedBilling();
  private final InMemoryCredentialVault vault = new InMemoryCredentialVault(TestBot.CLOCK);
  private final Catalogue catalogue;
  private final Bot bot;
  private final CardRenderer cards;
  private final AtomicInteger tickets = new AtomicInteger();

  EveryCardTest() {
    Means means =
        TestMeans.of(
            new InMemoryStore(TestBot.CLOCK), vault, billing, AllowAll.gatekeeper(), TestBot.CLOCK);
    catalogue =
        new Catalogue(
            means,
            CatalogueSettings.defaults()
                .withPublicAddress(() -> URI.create("https://bot.example.com/")));
    bot = new Bot(catalogue, means, () -> TestBot.CORRELATION);
    cards =
        new CardRenderer(
            new FileTexts(), new SlashLines(catalogue.registry(), new LocalNames(new FileTexts())));
    vault.store(ANN, TestBot.ACCOUNT, new Credential.Token(Secret.of(TestBot.FAKE_TOKEN)));
    new LiveAccount(billing);
    billing
        .always(
            ScriptedBilling.LogOut.class, new ApiResult.Done<>(new BillingAccess.SessionEnded()))
        .always(ReadRequest.DownloadInvoice.class, new ApiResult.Done<>(Samples.PDF))
        .always(
            ReadRequest.GetInvoices.class,
            new ApiResult.Done<>(
                Samples.list(
                    Samples.unpaid(123, "2026-11-01", "121.00", "EUR"),
                    Samples.unpaid(124, "2026-12-01", "121.00", "EUR"))))
        .always(
            ReadRequest.GetRelatedInvoices.class,
            new ApiResult.Done<>(
                List.of(
                    Samples.row(
                        123,
                        InvoiceStatus.UNPAID,
                        LocalDate.of(2026, 12, 1),
                        Samples.eur("121.00"),
                        Samples.eur("121.00")))))
        .always(
            ReadRequest.GetContacts.class,
            new ApiResult.Done<>(
                new ContactList(
                    true,
                    List.of(
                        new Contact(
                            new ContactId(7),
                            "nia@example.com",
                            "Nia",
                            "*Roe*",
                            null,
                            null,
                            List.of())))))
        .always(
            ReadRequest.GetPaymentGateways.class,
            new ApiResult.Done<>(
                List.of(
                    new PaymentGateway(
                        "Bank", new PaymentGateway.Note("IBAN [x](https://evil.example)")),
                    new PaymentGateway("Card", new PaymentGateway.Form()))))
        .always(
            ReadRequest.GetClientGroups.class,
            new ApiResult.Done<>(List.of(new ClientGroup(new GroupId(1), "VIP @everyone"))))
        .always(
            ReadRequest.Transactions.class,
            new ApiResult.Done<>(
                List.of(
                    new Transaction(
                        new TransactionId(9001),
                        Samples.eur("10.00"),
                        LocalDate.of(2026, 11, 1),
                        "payment",
                        "done",
                        new InvoiceId(123)))));
  }

  static List<String> commands() {
    return Catalogue.toRead(TestBot.CLOCK).commands().stream()
        .map(Command::spec)
        .map(spec -> spec.path().name())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandsCardIsTheOneThatWasLookedAt(String name) throws IOException {
    Command command = catalogue.registry().find(List.of(name.split(" "))).orElseThrow();
    String line = LINES.getOrDefault(name, command.spec().example());
    Outcome outcome = bot.handle(new Invocation(ANN, LOBBY, new Invocation.Line(line))).outcome();
    golden(name, outcome, Step.line(line));
  }

  @Test
  void whatBecameOfAPaymentIsTheCardThatWasLookedAt() throws IOException {
    Outcome preview =
        bot.handle(new Invocation(ANN, LOBBY, new Invocation.Line("/pay 123 50"))).outcome();
    TicketId ticket = ((Outcome.NeedsConfirmation) preview).ticket();
    golden("pay, confirmed", bot.confirm(new Press(ANN, LOBBY, ticket)).outcome(), null);
  }

  private void golden(String name, Outcome outcome, @Nullable Step step) throws IOException {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.of("ru"))) {
      tickets.set(0);
      MessageCreateData message =
          cards.render(
              new View(outcome, step, locale),
              _ -> new TicketId("ticket-%016d".formatted(tickets.incrementAndGet())));
      List<String> files = new ArrayList<>();
      message.getFiles().forEach(file -> files.add(file.getName()));
      assertThatCode(() -> FakeDiscord.check(message.toData(), files)).doesNotThrowAnyException();
      String text =
          message
              .toData()
              .toPrettyString()
              // Of confirmations and of pages, new each time.
              .replaceAll("\"((?:[cs]|[rph]):)(?!ticket-0)[^\"]+\"", "\"$1TICKET\"")
              .replaceAll(
                  "https://bot.example.com/link/[^\"]+", "https://bot.example.com/link/PAGE");
      Golden.check(
          "cards/" + name.replaceAll("[ ,]+", "-") + "." + locale.getLanguage() + ".json",
          text + "\n");
    }
  }
}
