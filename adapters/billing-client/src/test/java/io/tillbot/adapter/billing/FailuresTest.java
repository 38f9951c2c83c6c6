package io.tillbot.adapter.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillbot.core.billing.ApiResult;
import io.tillbot.core.billing.ApiResult.UnknownCause;
import io.tillbot.core.billing.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a failure, of which kind, and how it is worded. */
class FailuresTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'code':-1,'message':'no'} | -1 | no",
        "{'code':-3,'message':'no'} | -3 | no",
        "{'code':'-2','message':'no'} | -2 | no",
        "{'code':5,'message':'no'} | 5 | no",
        "{'code':'SOLD_OUT','message':'no'} | SOLD_OUT | no",
        "{'result':'-1','message':'no'} | -1 | no",
        "{'result':-1,'error':'no'} | -1 | no",
        "{'result':-1,'message':'no'} | -1 | no",
        "{'result':-1,'error':'no','code':'NO_APPROPRIATE_SERVERS'} | NO_APPROPRIATE_SERVERS | no",
        "{'result':'error','message':'no'} | error | no",
        "{'result':'Failed','message':'no'} | Failed | no",
        "{'result':false,'message':'no'} | false | no",
        "{'error':'no'} | -1 | no",
        "{'-1':'no'} | -1 | no",
        "{'code':-1} | -1 | ''",
        "{'code':-1,'message':null,'error':'no'} | -1 | no",
        "{'code':-1,'message':['no','never']} | -1 | no; never",
        "{'code':-1,'message':{'email':'no','phone':'never'}} | -1 | no; never",
        "{'code':-1,'message':'<b>no</b> &amp;&lt;br&gt;   never'} | -1 | no &<br> never"
      })
  void aFailureIsARefusal(String json, String code, String message) {
    assertThat(read(200, json)).isEqualTo(refused(code, message));
    assertThat(write(200, json)).isEqualTo(refused(code, message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'result':'OK','message':1}",
        "{'result':'ok','message':1}",
        "{'result':'Success','message':1}",
        "{'result':'success','code':0,'message':1}",
        "{'result':'OK','code':'0','message':1}",
        "{'result':'OK','code':null,'error':null,'message':1}",
        "{'result':'OK','code':'','error':' ','message':1}",
        "\ufeff {'result':'OK','message':1}\n"
      })
  void aSuccessIsASuccess(String json) {
    assertThat(read(200, json)).isInstanceOf(ApiResult.Done.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'result':'OK','code':-1}",
        "{'result':'success','error':'no'}",
        "{'result':'OK','-1':'fill_required_fields'}",
        "{'result':'OK','code':'NO_APPROPRIATE_SERVERS'}"
      })
  void successAndFailureAtOnceIsUnknown(String json) {
    assertThat(write(200, json)).isEqualTo(unknown(UnknownCause.CONTRADICTORY_ANSWER));
    assertThat(read(200, json)).isEqualTo(unknown(UnknownCause.CONTRADICTORY_ANSWER));
  }

  /** Nothing can have changed by a read, so its no is believed in words of any kind. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'result':'nope','message':'no'} | nope | no",
        "{'result':'nope','error':null,'code':'','message':'no'} | nope | no",
        "{'result':0,'message':'no'} | 0 | no",
        "{'result':'nope','message':'','error':'','message_text':'x'} | |"
      })
  void anUnknownWordWithAMessageIsANoOfAReadOnly(
      String json, @Nullable String code, @Nullable String message) {
    assertThat(read(200, json))
        .isEqualTo(
            code == null || message == null
                ? unknown(UnknownCause.BROKEN_ANSWER)
                : refused(code, message));
    assertThat(write(200, json)).isEqualTo(unknown(UnknownCause.BROKEN_ANSWER));
  }

  /** Where no message stands beside an unknown word, it may as well be a yes in other words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'code':'','message':'done'}",
        "{'error':' ','code':null,'message':'done'}",
        "{'result':'queued','message':'150.5'}",
        "{'message':'done'}",
        "{'result':null}",
        "{'result':''}",
        "{'result':1}",
        "{'result':'queued'}",
        "{'result':{'x':1}}",
        "{'code':0}"
      })
  void neitherSuccessNorFailureIsUnknown(String json) {
    assertThat(write(200, json)).isEqualTo(unknown(UnknownCause.BROKEN_ANSWER));
    assertThat(read(200, json)).isEqualTo(unknown(UnknownCause.BROKEN_ANSWER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Unauthorized",
        "Invalid token",
        "invalid hash given",
        "Token expired",
        "Your token is invalid!",
        "User is not authorized",
        "Authentication failed",
        "Invalid token or access denied",
        "<b>Invalid&nbsp;token</b>"
      })
  void aCredentialThatIsNotAcceptedIsNotARefusal(String message) {
    for (String json :
        List.of(
            "{'code':-1,'message':'" + message + "'}",
            "{'result':-1,'error':'" + message + "'}",
            "{'-1':'" + message + "'}",
            "{'message':'" + message + "'}",
            "{'result':'" + message + "'}",
            "{'result':'denied_','code':'','message':'" + message + "'}")) {
      assertThat(read(200, json)).isInstanceOf(ApiResult.NotAuthorized.class);
      assertThat(write(200, json)).isInstanceOf(ApiResult.NotAuthorized.class);
      assertThat(write(403, json)).isInstanceOf(ApiResult.NotAuthorized.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{'code':-1,'message':'gone'} | gone", "<html>|''", "{'result':'OK'} | ''"})
  void status401IsNotAuthorized(String body, String message) {
    assertThat(read(401, body)).isEqualTo(new ApiResult.NotAuthorized<>(message));
    assertThat(write(401, body)).isEqualTo(new ApiResult.NotAuthorized<>(message));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 409, 422})
  void another4xxIsBelievedWhenItsJsonSaysNo(int status) {
    assertThat(write(status, "{'code':-1,'message':'no'}")).isEqualTo(refused("-1", "no"));
    assertThat(write(status, "{'result':'OK'}"))
        .isEqualTo(unknown(UnknownCause.CONTRADICTORY_ANSWER));
    assertThat(write(status, "<html>")).isEqualTo(unknown(UnknownCause.BROKEN_ANSWER));
  }

  @Test
  void anUnexpandedIdIsPutIn() {
    try (FakeApi api = FakeApi.answering("{\"code\":-1,\"message\":\"server $id, $idx, $id.\"}");
        BillingClient client = api.client()) {
      assertThat(Samples.of("generate_due_invoice").least().apply(client.open(FakeApi.TOKEN)))
          .isEqualTo(refused("-1", "server 42, $idx, 42."));
    }
  }

  @Test
  void anEchoedTokenIsTakenOut() {
    assertThat(write(200, "{'code':'fake-token','message':'bad fake-token here'}"))
        .isEqualTo(refused("***", "bad *** here"));
  }

  @Test
  void anEndlessMessageIsCut() {
    ApiResult<?> result = write(200, "{'code':-1,'message':'" + "long ".repeat(10_000) + "'}");

    assertThat(result)
        .isInstanceOfSatisfying(
            ApiResult.Refused.class,
            refused -> assertThat(refused.refusal().message()).hasSizeLessThan(1_100));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WHMCS ApplyCredit failed: {}",
        "Error while paying",
        "Invoice was not paid",
        "Insufficient credit",
        "Amount exceeds balance",
        "The invoice couldn`t be paid"
      })
  void creditAppliedWithFailingWordsIsUnknown(String message) {
    assertThat(write(200, "{'result':'success','message':'" + message + "'}"))
        .isEqualTo(unknown(UnknownCause.CONTRADICTORY_ANSWER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.00 EUR applied to invoice 123", "Success", "[]"})
  void creditAppliedWithPlainWordsIsDone(String message) {
    assertThat(write(200, "{'result':'success','message':'" + message + "'}"))
        .isInstanceOf(ApiResult.Done.class);
  }

  @ParameterizedTest
  @CsvSource({
    "add_contact",
    "create_addfunds",
    "delete_cancellation_request",
    "delete_contact",
    "generate_due_invoice",
    "mass_pay",
    "request_cancellation",
    "request_subscription_cancellation",
    "reset_password",
    "update_client",
    "update_contact"
  })
  void anyWriteWhoseSuccessTellsOfAFailureInsideIsUnknown(String method) {
    try (FakeApi api =
            FakeApi.answering(
                "{\"result\":\"OK\",\"message\":\"WHMCS AddContact failed: {}\",\"ticket\":\"T\","
                    + "\"contactid\":1,\"invoiceid\":1,\"invoice\":{\"id\":1}}");
        BillingClient client = api.client()) {
      assertThat(Samples.of(method).least().apply(client.open(FakeApi.TOKEN)))
          .isEqualTo(unknown(UnknownCause.CONTRADICTORY_ANSWER));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "add_contact",
    "create_addfunds",
    "mass_pay",
    "request_subscription_cancellation",
    "get_client",
    "getcredits",
    "download_invoice"
  })
  void aSuccessWithoutWhatItMustBringIsUnknown(String method) {
    try (FakeApi api = FakeApi.answering("{\"result\":\"OK\"}");
        BillingClient client = api.client()) {
      assertThat(Samples.of(method).least().apply(client.open(FakeApi.TOKEN)))
          .isEqualTo(unknown(UnknownCause.BROKEN_ANSWER));
      assertThat(api.requests()).hasSize(1);
    }
  }

  private static ApiResult<?> read(int status, String json) {
    return answered("getcredits", status, json);
  }

  private static ApiResult<?> write(int status, String json) {
    return answered("apply_credit", status, json);
  }

  /**
   * In the JSON of this test a single quote stands for a double one, a back-tick for an apostrophe.
   */
  private static ApiResult<?> answered(String method, int status, String json) {
    String body = json.replace('\'', '"').replace('`', '\'');
    try (FakeApi api = FakeApi.answering(_ -> FakeApi.status(status, body));
        BillingClient client = new BillingClient(api.options().withRetry(ReadRetry.never()))) {
      return Samples.of(method).least().apply(client.open(FakeApi.TOKEN));
    }
  }

  private static ApiResult<?> refused(String code, String message) {
    return new ApiResult.Refused<>(new Refusal(code, message, List.of()));
  }

  private static ApiResult<?> unknown(UnknownCause cause) {
    return new ApiResult.Unknown<>(cause);
  }
}
