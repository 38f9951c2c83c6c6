package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tillbot.adapter.sandbox.choice.Choice;
import io.tillbot.adapter.sandbox.choice.Rule;
import io.tillbot.adapter.sandbox.choice.Shape;
import io.tillbot.adapter.sandbox.choice.Switches;
import io.tillbot.adapter.sandbox.fault.Fault;
import io.tillbot.adapter.sandbox.fault.FaultKind;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drives each of the 24 methods to the answers that the document shows for it. */
class ContractTest {

  private static final Map<String, JsonElement> METHODS = methods();

  private record Case(String action, List<Choice> choices, String... fields) {
    Case with(Choice... more) {
      return new Case(action, List.of(more), fields);
    }
  }

  private static Case call(String action, String... fields) {
    return new Case(action, List.of(), fields);
  }

  static Stream<Case> successes() {
    String[] contact = {
      "params[firstname]",
      "Ada",
      "params[lastname]",
      "Example",
      "params[email]",
      "ada@example.com",
      "params[phonenumber]",
      "+31205550199",
      "type",
      "1"
    };
    return Stream.of(
        call("add_contact", contact),
        call("apply_credit", "invoice_id", "123", "amount", "10"),
        call("apply_credit", "invoice_id", "123", "amount", "10")
            .with(Rule.CreditAnswer.FAILED_BUT_APPLIED),
        call("create_addfunds", "amount", "25.0", "description", "Top up", "subscribe", "true"),
        call("delete_cancellation_request", "id", "52"),
        call("delete_contact", "contact_id", "501"),
        call("download_invoice", "invoice_id", "123"),
        call("generate_due_invoice", "id", "43"),
        call("get_billing_data", "id", "42", "customer_name", "VALUE"),
        call("get_cancellation_requests"),
        call("get_client"),
        call("get_client", "full", "1"),
        call("get_clientgroups"),
        call("get_contacts"),
        call("get_invoice", "invoice_id", "123"),
        call("get_invoice", "invoice_id", "123").with(Shape.InvoiceForm.MINIMAL),
        call("get_invoices"),
        call("get_invoices").with(Shape.InvoiceListForm.MINIMAL),
        call("get_related_invoices", "id", "42"),
        call("get_related_invoices", "account_id", "7042"),
        call("getcredits"),
        call("getpaymentgw", "invoice_id", "123"),
        call("mass_pay", "invoices[]", "101", "invoices[]", "102"),
        call("request_cancellation", "id", "42", "cancellation_type", "0"),
        call("request_cancellation", "id", "42", "cancellation_type", "1"),
        call("request_subscription_cancellation", "id", "43"),
        call("reset_password", "email", "demo@example.com"),
        call("transactions"),
        call(
            "update_client",
            "profile_data[client_id]",
            "1001",
            "profile_data[location]",
            "whmcs_eu"),
        call("update_contact", "contact_id", "501", "email", "anna@example.com"));
  }

  static Stream<Case> failures() {
    return Stream.of(
        call("apply_credit", "invoice_id", "124", "amount", "5"),
        call("create_addfunds", "amount", "19.99"),
        call("delete_cancellation_request", "id", "999"),
        call("delete_contact", "contact_id", "504"),
        call("download_invoice", "invoice_id", "204"),
        call("generate_due_invoice", "id", "44"),
        call("get_billing_data", "id", "71"),
        call("get_cancellation_requests", "id", "51"),
        call("get_client", "email", "nobody@example.com"),
        call("get_invoice", "invoice_id", "0"),
        call("get_invoices", "location", "whmcs_mars"),
        call("get_related_invoices"),
        call("getpaymentgw", "invoice_id", "0"),
        call("mass_pay", "invoices[]", "101", "invoices[]", "101"),
        call("request_cancellation", "id", "53", "cancellation_type", "1"),
        call("request_subscription_cancellation", "id", "42"),
        call("reset_password", "reset_token", "wrong", "pass", "longer-than-8", "code", "1"),
        call("transactions", "invoice_id", "204"),
        call("update_client", "profile_data[client_id]", "1001", "profile_data[billing_email]", ""),
        call("update_contact", "contact_id", "501"));
  }

  /** Failures that lie with the billing behind the API, not with the request. */
  static Stream<String> outages() {
    return Stream.of("get_client", "get_contacts", "getcredits", "getpaymentgw", "transactions");
  }

  @ParameterizedTest
  @MethodSource("successes")
  void answersAsTheDocumentShowsWhenItSucceeds(Case example) {
    JsonObject answer = answer(example);
    JsonObject documented =
        METHODS.get(example.action()).getAsJsonObject().getAsJsonObject("success");
    assertThat(differences("", documented, answer)).isEmpty();
    assertThat(answer.get("result")).isEqualTo(documented.get("result"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void answersAsTheDocumentShowsWhenItFails(Case example) {
    JsonObject answer = answer(example);
    JsonObject documented =
        METHODS.get(example.action()).getAsJsonObject().getAsJsonObject("failure");
    assertThat(answer.keySet()).isEqualTo(documented.keySet());
    assertThat(differences("", documented, answer)).isEmpty();
    if (documented.has("code")) {
      assertThat(answer.get("code")).isEqualTo(documented.get("code"));
    }
    String key = documented.has("error") ? "error" : "message";
    assertThat(answer.get(key).getAsString())
        .matches(documentedText(documented.get(key).getAsString()));
  }

  @ParameterizedTest
  @MethodSource("outages")
  void answersTheDocumentedFailureWhileTheBillingBehindItIsDown(String action) {
    try (Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()))) {
      api.sandbox().add(Fault.of(FaultKind.OUTAGE).on(action));
      JsonObject answer = api.call(action);
      JsonObject documented = METHODS.get(action).getAsJsonObject().getAsJsonObject("failure");
      assertThat(answer.keySet()).isEqualTo(documented.keySet());
      assertThat(answer.get("message").getAsString())
          .matches(documentedText(documented.get("message").getAsString()));
    }
  }

  @Test
  void reachesEveryWordOfTheFailureOfAddContact() {
    JsonObject documented = METHODS.get("add_contact").getAsJsonObject().getAsJsonObject("failure");
    TreeSet<String> reached = new TreeSet<>();
    try (Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()))) {
      String tooLong = "x".repeat(101);
      for (String[] fields :
          List.of(
              new String[] {"params[email]", "nonsense", "params[lastname]", tooLong},
              new String[] {"params[firstname]", "A", "params[email]", "ANNA@example.com"},
              phone("+88216000000"),
              phone("+190055501"),
              phone("call me"))) {
        List<String> all = new ArrayList<>(List.of("type", "1"));
        all.addAll(List.of(fields));
        JsonObject answer = api.call("add_contact", all.toArray(String[]::new));
        assertThat(answer.get("-1").getAsString()).isEqualTo("fill_required_fields");
        reached.addAll(answer.keySet());
      }
      api.sandbox().add(Fault.of(FaultKind.OUTAGE).on("add_contact"));
      reached.addAll(api.call("add_contact").keySet());
    }
    assertThat(reached).isEqualTo(new TreeSet<>(documented.keySet()));
  }

  private static String[] phone(String number) {
    return new String[] {
      "params[firstname]", "A", "params[email]", "a@example.com", "params[phonenumber]", number
    };
  }

  @Test
  void refusesTheGroupsToATokenWithoutTheRight() {
    try (Api api = Api.of(Sandbox.start(SandboxOptions.defaults()), "demo-invoices")) {
      assertThat(api.call("get_clientgroups"))
          .isEqualTo(METHODS.get("get_clientgroups").getAsJsonObject().get("failure"));
    }
  }

  @Test
  void knowsEveryMethodOfTheDocument() {
    TreeSet<String> driven = new TreeSet<>();
    successes().map(Case::action).forEach(driven::add);
    assertThat(driven).isEqualTo(new TreeSet<>(METHODS.keySet())).hasSize(24);
    driven.clear();
    Stream.concat(failures().map(Case::action), outages()).forEach(driven::add);
    driven.addAll(List.of("add_contact", "get_clientgroups"));
    assertThat(driven).isEqualTo(new TreeSet<>(METHODS.keySet()));
  }

  @Test
  void acceptsGetWhereTheDocumentDoes() {
    try (Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()))) {
      METHODS.forEach(
          (action, method) -> {
            boolean allowed = method.getAsJsonObject().get("http").toString().contains("GET");
            String query = "?action=" + action + "&token=" + api.token();
            var request =
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(api.sandbox().whmcs() + query))
                    .build();
            String answer = Api.text(api.exchange(request));
            assertThat(answer.contains("must be sent by POST")).isEqualTo(!allowed);
          });
    }
  }

  private static JsonObject answer(Case example) {
    Switches switches = Switches.defaults().withFor(example.action(), example.choices());
    SandboxOptions options = SandboxOptions.defaults().withSwitches(switches);
    try (Api api = Api.demo(Sandbox.start(options))) {
      return api.call(example.action(), example.fields());
    }
  }

  /** The document's text, with its made-up ids, places and reasons open. */
  private static String documentedText(String text) {
    String open = text.replaceAll("error_(message|description)|error message", "ANY");
    open = open.replace("client@location", "ANY@ANY").replaceAll("whmcs_eu", "ANY");
    open = open.replaceAll("[0-9]+", "ANY");
    return Stream.of(open.split("ANY", -1))
        .map(java.util.regex.Pattern::quote)
        .reduce((left, right) -> left + ".+" + right)
        .orElseThrow();
  }

  /** What the example has and the answer lacks, or has of another type. */
  private static List<String> differences(String path, JsonElement example, JsonElement answer) {
    List<String> found = new ArrayList<>();
    if (answer == null) {
      found.add(path + " is missing");
    } else if (example.isJsonObject() && answer.isJsonObject()) {
      example
          .getAsJsonObject()
          .entrySet()
          .forEach(
              entry ->
                  found.addAll(
                      differences(
                          path + "/" + entry.getKey(),
                          entry.getValue(),
                          answer.getAsJsonObject().get(entry.getKey()))));
    } else if (example.isJsonArray() && answer.isJsonArray()) {
      if (answer.getAsJsonArray().isEmpty()) {
        found.add(path + " is empty");
      } else {
        found.addAll(
            differences(
                path + "[]", example.getAsJsonArray().get(0), answer.getAsJsonArray().get(0)));
      }
    } else if (!typeOf(example).equals(typeOf(answer))) {
      found.add(path + " is " + typeOf(answer) + ", not " + typeOf(example));
    }
    return found;
  }

  private static String typeOf(JsonElement element) {
    if (!element.isJsonPrimitive()) {
      return element.getClass().getSimpleName();
    }
    var primitive = element.getAsJsonPrimitive();
    return primitive.isNumber() ? "number" : primitive.isBoolean() ? "boolean" : "string";
  }

  private static Map<String, JsonElement> methods() {
    try (Reader reader =
        new InputStreamReader(
            ContractTest.class.getResourceAsStream("/contract.json"), StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject().getAsJsonObject("methods").asMap();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
