package io.tillbot.core.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that is read out and typed. */
class OperationIdTest {
  @ParameterizedTest
  @CsvSource({
    "op-7k3mq9xw2d, op-7k3mq9xw2d",
    "OP-7K3MQ9XW2D, op-7k3mq9xw2d",
    "7k3mq9xw2d, op-7k3mq9xw2d",
    "'  op-7k3mq9xw2d ', op-7k3mq9xw2d",
    "op-iIlLoO0123, op-1111000123",
    "OIL0000000, op-0110000000"
  })
  void isReadAsPeopleWriteIt(String typed, String id) {
    assertThat(OperationId.read(typed)).contains(new OperationId(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "op-",
        "op-7k3mq9xw2",
        "op-7k3mq9xw2dd",
        "op-7k3mq9xw2u",
        "op_7k3mq9xw2d",
        "op-op-7k3mq9xw2d",
        "op-\u0667k3mq9xw2d",
        "op-7k3mq9xw2d\n/x"
      })
  void isNotGuessed(String typed) {
    assertThat(OperationId.read(typed)).isEmpty();
  }

  @Test
  void hasOneSpelling() {
    for (String other : new String[] {"op-7K3MQ9XW2D", "op-7k3mq9xw2o", "7k3mq9xw2d"}) {
      assertThatThrownBy(() -> new OperationId(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining(other);
    }
    assertThat(OperationId.of("7k3mq9xw2d")).hasToString("op-7k3mq9xw2d");
  }
}
