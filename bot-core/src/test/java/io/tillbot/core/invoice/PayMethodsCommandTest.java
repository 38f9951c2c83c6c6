package io.tillbot.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tillbot.core.billing.model.PaymentGateway;
import io.tillbot.core.billing.request.ReadRequest;
import io.tillbot.core.reply.Reply;
import io.tillbot.core.support.TestBot;
import io.tillbot.core.support.Words;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayMethodsCommandTest {
  private static final String GOOD = "https://bill.hostkey.com/modules/gateways/paymaster.php?id=1";
  private static final String CLIENT_AREA = "https://bill.hostkey.com/";

  private final TestBot bot = TestBot.linked();

  @Test
  void aLinkOfAnAllowedHostIsAButton() {
    Reply card = ask(new PaymentGateway("paymaster", new PaymentGateway.Link(URI.create(GOOD))));
    assertThat(Words.buttons(card)).contains(GOOD).doesNotContain(CLIENT_AREA);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://bill.hostkey.com/pay",
        "https://bill.hostkey.com.evil.example/pay",
        "https://evil.example/bill.hostkey.com",
        "https://someone@bill.hostkey.com/pay",
        "https://bill.hostkey.com@evil.example/pay",
        "https://bill.hostkey.com:8443/pay",
        "https://sub.bill.hostkey.com/pay"
      })
  void anyOtherLinkIsNeverShownAndTheClientAreaIsOfferedInstead(String address) {
    Reply card = ask(new PaymentGateway("odd", new PaymentGateway.Link(URI.create(address))));
    assertThat(Words.everything(card)).noneMatch(piece -> piece.contains("evil"));
    assertThat(Words.buttons(card)).contains(CLIENT_AREA).doesNotContain(address);
    assertThat(Words.field(card, "pay-methods.method(odd)"))
        .contains("pay-methods.link-not-allowed");
  }

  @Test
  void anAllowedHostIsKnownInAnyCaseAndWithItsUsualPort() {
    String address = "HTTPS://Bill.Hostkey.com:443/pay";
    Reply card = ask(new PaymentGateway("caps", new PaymentGateway.Link(URI.create(address))));
    assertThat(Words.buttons(card)).contains(address);
  }

  @Test
  void aFormIsLeftToTheClientArea() {
    Reply card = ask(new PaymentGateway("bitpay", new PaymentGateway.Form()));
    assertThat(Words.buttons(card)).contains(CLIENT_AREA);
  }

  @Test
  void wordsAreShownAsWords() {
    Reply card = ask(new PaymentGateway("banktransfer", new PaymentGateway.Note("Wire to IBAN 1")));
    assertThat(Words.field(card, "pay-methods.method(banktransfer)")).contains("Wire to IBAN 1");
  }

  @Test
  void withoutAnyMethodTheClientAreaIsOffered() {
    Reply card = ask();
    assertThat(Words.of(card.body())).containsExactly("pay-methods.none");
    assertThat(Words.buttons(card)).contains(CLIENT_AREA);
  }

  @Test
  void theClientAreaIsAnHttpsAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaymentPages(Set.of(), URI.create("http://bill.hostkey.com/")));
  }

  private Reply ask(PaymentGateway... gateways) {
    bot.billing().gives(ReadRequest.GetPaymentGateways.class, List.of(gateways));
    return bot.say("/pay-methods 123").reply();
  }
}
