package io.tillbot.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountNameTest {
  @ParameterizedTest
  @ValueSource(strings = {"1001@whmcs_eu", "1001", "a", "1@EU-Central.2", "linked"})
  void aNameIsAClientAndPerhapsItsLocation(String value) {
    assertThat(new AccountName(value)).hasToString(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "@whmcs_eu",
        "-1",
        "_1",
        "1001 @eu",
        "1001/eu",
        "é",
        "1\n",
        "1\u200B",
        "١"
      })
  void whatCannotBeANameIsRefusedWithoutBeingQuoted(String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccountName(value))
        .withMessage("not an account's name");
  }

  @Test
  void aNameHasAtMost80Characters() {
    assertThat(AccountName.isName("1".repeat(80))).isTrue();
    assertThat(AccountName.isName("1".repeat(81))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1001@whmcs_eu, 1001, true",
    "1001@whmcs_eu, 100, false",
    "1001@whmcs_eu, 1001@whmcs, false",
    "1001, 1001, false"
  })
  void aClientsIdAloneIsTheShortName(String name, String word, boolean isShortened) {
    assertThat(new AccountName(name).isShortenedTo(new AccountName(word))).isEqualTo(isShortened);
  }
}
