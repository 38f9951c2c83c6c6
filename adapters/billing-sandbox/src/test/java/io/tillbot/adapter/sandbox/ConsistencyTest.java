package io.tillbot.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done, in whatever order and by however many: no money is made or lost. */
class ConsistencyTest {

  private static final int STEPS = 400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void noMoneyIsMadeOrLostByAnySequence(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()))) {
      Audit.check(api.sandbox().books());
      for (int i = 0; i < STEPS; i++) {
        step(api, random);
      }
      Audit.check(api.sandbox().books());
    }
  }

  private static void step(Api api, SplittableRandom random) {
    String invoice =
        Integer.toString(pick(random, 101, 102, 103, 123, 124, 10_000, 10_001, 10_002, 10_003));
    String other = Integer.toString(pick(random, 101, 102, 103, 123));
    String server = Integer.toString(pick(random, 42, 43, 45, 52, 54));
    String amount = random.nextInt(1, 25) + "." + random.nextInt(10, 99);
    switch (random.nextInt(7)) {
      case 0, 1 -> api.call("apply_credit", "invoice_id", invoice, "amount", amount);
      case 2 -> api.call("mass_pay", "invoices[]", invoice, "invoices[]", other);
      case 3 -> api.call("create_addfunds", "amount", amount);
      case 4 -> api.call("generate_due_invoice", "id", server);
      case 5 ->
          api.call(
              "request_cancellation",
              "id",
              server,
              "cancellation_type",
              Integer.toString(random.nextInt(2)));
      default -> {
        api.call("delete_cancellation_request", "id", server);
        api.sandbox().pay("whmcs_eu", Integer.parseInt(invoice));
      }
    }
  }

  private static int pick(SplittableRandom random, int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  @Test
  void simultaneousPaymentsSpendTheCreditOnce() throws Exception {
    try (Api api = Api.demo(Sandbox.start(SandboxOptions.defaults()));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        String invoice = List.of("123", "102", "101").get(i % 3);
        calls.add(
            () -> Api.isDone(api.call("apply_credit", "invoice_id", invoice, "amount", "10")));
      }
      int done = 0;
      for (Future<Boolean> call : threads.invokeAll(calls)) {
        done += call.get() ? 1 : 0;
      }
      assertThat(done).isEqualTo(16);
      assertThat(api.credit()).isZero();
      BigDecimal applied =
          api.invoice(101)
              .get("credit")
              .getAsBigDecimal()
              .add(api.invoice(102).get("credit").getAsBigDecimal())
              .add(api.invoice(123).get("credit").getAsBigDecimal());
      assertThat(applied).isEqualByComparingTo("150.50");
      assertThat(api.sandbox().received("apply_credit")).isEqualTo(60);
      Audit.check(api.sandbox().books());
    }
  }
}
