package io.tillbot.adapter.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscretionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/invoice 123",
        "cancel server 42 because it is unconscionablylongwinded",
        "/invoice 12345678901234567890",
        "счета --server 42",
        "/transactions --from 2026-11-05"
      })
  void ordinaryLinesAreKept(String line) {
    assertThat(Discretion.mayKeep(line)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", " /credit", "\t/credit"})
  void whatBeginsWithABlankIsNot(String line) {
    assertThat(Discretion.mayKeep(line)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a1b2c3d4e5a1b2c3d4e5",
        "/billing link 0123456789abcdef0123456789abcdef",
        "/billing link --token=eyJhbGciOiJIUzI1NiJ9.e30.x",
        "\"sk-live-1234567890abcd\""
      })
  void whatMayHoldASecretIsNot(String line) {
    assertThat(Discretion.mayKeep(line)).isFalse();
  }
}
