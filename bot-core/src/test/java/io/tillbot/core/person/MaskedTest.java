package io.tillbot.core.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
  @ParameterizedTest
  @CsvSource({
    "someone@example.com, s…@example.com",
    "a@b.example, a…@b.example",
    "'a@b@c.example', a…@c.example",
    "\uD83D\uDE00x@b.example, \uD83D\uDE00…@b.example",
    "@b.example, …",
    "nothing, …",
    "'', …"
  })
  void anAddressKeepsItsFirstLetterAndItsHost(String email, String masked) {
    assertThat(Masked.email(email)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource({"+31 20 123 45 67, …67", "(020) 1-2, …12", "7, …7", "none, …", "'', …"})
  void aNumberKeepsItsLastTwoDigits(String phone, String masked) {
    assertThat(Masked.phone(phone)).isEqualTo(masked);
  }
}
