package io.tillbot.app.sandboxed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.adapter.sandbox.book.Cancellation;
import io.tillbot.adapter.sandbox.book.CancellationType;
import io.tillbot.adapter.sandbox.book.Client;
import io.tillbot.adapter.sandbox.book.Contact;
import io.tillbot.adapter.sandbox.book.Invoice;
import io.tillbot.adapter.sandbox.book.InvoiceKey;
import io.tillbot.adapter.sandbox.book.InvoiceKind;
import io.tillbot.adapter.sandbox.book.Server;
import io.tillbot.adapter.sandbox.book.Subscription;
import io.tillbot.adapter.sandbox.book.Ticket;
import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.BillingApi;
import io.tillbot.core.billing.BillingReads;
import io.tillbot.core.billing.BillingWrites;
import io.tillbot.core.billing.Refusal;
import io.tillbot.core.billing.model.ClientId;
import io.tillbot.core.billing.model.ContactId;
import io.tillbot.core.billing.model.InvoiceId;
import io.tillbot.core.billing.model.InvoiceStatus;
import io.tillbot.core.billing.model.InvoiceSummary;
import io.tillbot.core.billing.model.Location;
import io.tillbot.core.billing.model.Money;
import io.tillbot.core.billing.model.WriteAnswer;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each method of the port: what the books hold, what a write does to them, and what refuses it. */
final class EveryMethodTest {
  private static final InvoiceKey NEW = new InvoiceKey("whmcs_eu", 10_000);

  private Meeting meeting;

  @BeforeEach
  void meet() {
    meeting = new Meeting();
  }

  @AfterEach
  void part() {
    meeting.close();
  }

  @Test
  void theTableCallsEachMethodOfThePortOnce() {
    List<String> called = new ArrayList<>();
    BillingApi recorder = recorder(called);
    for (PortMethod method : PortMethod.values()) {
      method.allowedOn(recorder);
    }

    assertThat(called).hasSize(24).containsExactlyInAnyOrderElementsOf(portMethods());
  }

  @ParameterizedTest
  @MethodSource("io.tillbot.app.sandboxed.PortMethod#reads")
  void aReadGivesWhatTheBooksHoldAndLeavesThemAlone(PortMethod read) {
    Map<String, Set<Object>> before = meeting.page();

    Object told = Meeting.done(read.allowedOn(meeting.demo()));

    assertThat(meeting.sandbox().received(read.action())).isEqualTo(1);
    assertThat(told)
        .isEqualTo(
            read == PortMethod.DOWNLOAD_INVOICE
                ? meeting.paperFetchedByHand(123)
                : meeting.books(view -> new Truth(view).of(read)));
    assertThat(meeting.page()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("io.tillbot.app.sandboxed.PortMethod#writers")
  void aWriteIsSentOnceDoesWhatItSaysAndAnswersIt(PortMethod write) {
    Object told = Meeting.done(write.allowedOn(meeting.demo()));

    assertThat(told).isEqualTo(answerOf(write));
    assertThatItIsDone(write);
    assertThat(meeting.sandbox().received(write.action())).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void itsDocumentedFailureChangesNothing(PortMethod method) {
    Map<String, Set<Object>> before = meeting.page();

    ApiResult<?> result = meeting.refused(method);

    assertThat(result).isEqualTo(failureOf(method));
    assertThat(meeting.page()).isEqualTo(before);
    assertThat(meeting.sandbox().received(method.action())).isEqualTo(1);
  }

  private static ApiResult<?> failureOf(PortMethod method) {
    return switch (method) {
      case GET_CLIENTGROUPS -> new ApiResult.NotAuthorized<>("Invalid token or access denied");
      case GET_BILLING_DATA -> refused("Server not found");
      case GET_CANCELLATION_REQUESTS, DELETE_CANCELLATION_REQUEST ->
          refused("server 51 doesn't have a relid data");
      case GET_CLIENT -> refused("Request failed for 1001@whmcs_eu: Client Not Found");
      case GET_CONTACTS -> refused("fail to get contacts list");
      case GET_INVOICE -> refused("invalid invoice id 999 at whmcs_eu");
      case GET_INVOICES -> refused("Invalid billing location or invalid client id");
      case GET_RELATED_INVOICES -> refused("server 51 is not linked to the billing");
      case GETCREDITS ->
          refused(
              "failed to retrieve account history at whmcs_eu, please contact support - billing is"
                  + " temporarily unavailable");
      case GETPAYMENTGW -> refused("failed to retrieve payment gw list: invalid invoice id 999");
      case DOWNLOAD_INVOICE -> refused("Error getting invoice data or access denied");
      case TRANSACTIONS -> refused("failed to retrieve transactions - invalid invoice id 999");
      case ADD_CONTACT -> refusedFor("fill_required_fields", "message_email_incorrect");
      case APPLY_CREDIT, MASS_PAY -> refused("invalid invoice id 70 at whmcs_eu status - Paid");
      case CREATE_ADDFUNDS -> refused("minimal payment amount is 20.");
      case DELETE_CONTACT -> refused("verification failed, subcontact not found");
      case GENERATE_DUE_INVOICE -> refused("next_invoice_blocked_by_upgrade");
      case REQUEST_CANCELLATION ->
          new ApiResult.Refused<>(
              new Refusal("-3", "whmcs_immediate_cancellation_no_invoices", List.of()));
      case REQUEST_SUBSCRIPTION_CANCELLATION -> refused("sub_cancel_no_active_subscription");
      case RESET_PASSWORD -> refused("Invalid password reset token, please try again.");
      case UPDATE_CLIENT -> refused("invalid profile data: billing_email can't be empty");
      case UPDATE_CONTACT -> refused("fill_required_fields");
    };
  }

  private static ApiResult<?> refused(String message) {
    return refusedFor(message);
  }

  private static ApiResult<?> refusedFor(String message, String... details) {
    return new ApiResult.Refused<>(new Refusal("-1", message, List.of(details)));
  }

  private WriteAnswer answerOf(PortMethod write) {
    ClientId demo = new ClientId(1001);
    Location location = new Location("whmcs_eu");
    InvoiceId made = new InvoiceId(NEW.id());
    return switch (write) {
      case ADD_CONTACT -> new WriteAnswer.ContactAdded(demo, new ContactId(60_001));
      case APPLY_CREDIT, REQUEST_CANCELLATION -> new WriteAnswer.Acknowledged();
      case CREATE_ADDFUNDS ->
          new WriteAnswer.FundsInvoiceCreated(
              new InvoiceSummary(
                  made, InvoiceStatus.UNPAID, null, null, null, Money.of("25.50", "EUR"), null));
      case DELETE_CANCELLATION_REQUEST -> new WriteAnswer.CancellationWithdrawn(7052L);
      case DELETE_CONTACT -> new WriteAnswer.ContactChanged(demo, null);
      case GENERATE_DUE_INVOICE ->
          new WriteAnswer.DueInvoicesGenerated(
              List.of(
                  new InvoiceSummary(
                      made,
                      InvoiceStatus.UNPAID,
                      null,
                      null,
                      null,
                      Money.of("36.29", "EUR"),
                      null)));
      case MASS_PAY -> new WriteAnswer.CombinedInvoiceCreated(made);
      case REQUEST_SUBSCRIPTION_CANCELLATION -> new WriteAnswer.TicketCreated("JIRA-12001");
      case RESET_PASSWORD ->
          new WriteAnswer.PasswordResetStarted(
              "Password reset link was sent to the registered email.");
      case UPDATE_CLIENT -> new WriteAnswer.ClientUpdated(demo, location, "money@example.com");
      case UPDATE_CONTACT -> new WriteAnswer.ContactChanged(demo, location);
      default -> throw new IllegalArgumentException(write + " is no write");
    };
  }

  private void assertThatItIsDone(PortMethod write) {
    switch (write) {
      case ADD_CONTACT -> {
        Contact added = meeting.row(Contact.class, 60_001).orElseThrow();
        assertThat(added.email()).isEqualTo("lena@example.com");
        assertThat(added.lastName()).isEqualTo("O'Neil & Co");
        assertThat(added.company()).isEqualTo("Пример");
        assertThat(added.phone()).isEqualTo("+31.205550199");
        assertThat(added.address().line1()).isEqualTo("1 Example Street");
      }
      case APPLY_CREDIT -> {
        assertThat(invoice(103).credit()).isEqualByComparingTo("7.35");
        // 40.00 and 21 % tax, 10.00 paid before.
        assertThat(invoice(103).balance()).isEqualByComparingTo("31.05");
        assertThat(credit()).isEqualByComparingTo("143.15");
      }
      case CREATE_ADDFUNDS -> {
        assertThat(invoice(NEW.id()).kind()).isEqualTo(InvoiceKind.ADD_FUNDS);
        assertThat(invoice(NEW.id()).balance()).isEqualByComparingTo("25.50");
        assertThat(invoice(NEW.id()).lines().getFirst().description()).isEqualTo("For October");
        assertThat(credit()).isEqualByComparingTo("150.50");
      }
      case DELETE_CANCELLATION_REQUEST -> assertThat(meeting.row(Cancellation.class, 52)).isEmpty();
      case DELETE_CONTACT -> assertThat(meeting.row(Contact.class, 502)).isEmpty();
      case GENERATE_DUE_INVOICE -> {
        assertThat(invoice(NEW.id()).concerns(53)).isTrue();
        assertThat(invoice(NEW.id()).gross()).isEqualByComparingTo("36.29");
      }
      case MASS_PAY -> {
        assertThat(invoice(NEW.id()).kind()).isEqualTo(InvoiceKind.MASS_PAY);
        assertThat(invoice(NEW.id()).balance())
            .isEqualByComparingTo(invoice(101).balance().add(invoice(102).balance()));
      }
      case REQUEST_CANCELLATION -> {
        Cancellation made = meeting.row(Cancellation.class, 42).orElseThrow();
        assertThat(made.type()).isEqualTo(CancellationType.END_OF_PERIOD);
        assertThat(made.reason()).isEqualTo("No longer needed");
      }
      case REQUEST_SUBSCRIPTION_CANCELLATION -> {
        assertThat(meeting.row(Ticket.class, 12_001).orElseThrow().reason())
            .isEqualTo("No longer needed");
        assertThat(meeting.row(Server.class, 43).orElseThrow().subscription())
            .isEqualTo(Subscription.ENDING);
      }
      case RESET_PASSWORD ->
          assertThat(meeting.sandbox().mail())
              .singleElement()
              .satisfies(mail -> assertThat(mail.to()).isEqualTo("demo@example.com"));
      case UPDATE_CLIENT ->
          assertThat(meeting.row(Client.class, Truth.DEMO).orElseThrow().profile().email())
              .isEqualTo("money@example.com");
      case UPDATE_CONTACT -> {
        Contact changed = meeting.row(Contact.class, 501).orElseThrow();
        assertThat(changed.email()).isEqualTo("anna.new@example.com");
        assertThat(changed.lastName()).isEqualTo("Exemplar");
        assertThat(changed.phone()).isEqualTo("+31.20555011");
      }
      default -> throw new IllegalArgumentException(write + " is no write");
    }
  }

  private Invoice invoice(int id) {
    return meeting.row(Invoice.class, new InvoiceKey("whmcs_eu", id)).orElseThrow();
  }

  private BigDecimal credit() {
    return meeting.row(Client.class, Truth.DEMO).orElseThrow().credit();
  }

  private static List<String> portMethods() {
    return Stream.of(BillingReads.class, BillingWrites.class)
        .flatMap(port -> Arrays.stream(port.getDeclaredMethods()))
        .map(Method::getName)
        .toList();
  }

  /** A port that notes the names of the methods called, and does nothing. */
  private static BillingApi recorder(List<String> called) {
    BillingReads reads = recorder(BillingReads.class, called);
    BillingWrites writes = recorder(BillingWrites.class, called);
    return new BillingApi() {
      @Override
      public BillingReads reads() {
        return reads;
      }

      @Override
      public BillingWrites writes() {
        return writes;
      }
    };
  }

  private static <T> T recorder(Class<T> port, List<String> called) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              called.add(method.getName());
              return new ApiResult.Unknown<>(ApiResult.UnknownCause.TIMED_OUT);
            }));
  }
}
