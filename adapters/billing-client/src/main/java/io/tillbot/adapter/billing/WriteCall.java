package io.tillbot.adapter.billing;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.ResponseBody;
import retrofit2.Call;

/**
 * A call that changes something: it is sent at most once. It shares no type with {@link ReadCall},
 * so that nothing that repeats calls accepts it.
 */
final class WriteCall {
  private final Call<ResponseBody> call;
  private final Function<Call<ResponseBody>, Attempt> exchange;
  private final AtomicBoolean used = new AtomicBoolean();

  WriteCall(Call<ResponseBody> call, Function<Call<ResponseBody>, Attempt> exchange) {
    this.call = call;
    this.exchange = exchange;
  }

  /**
   * Sends it.
   *
   * @throws IllegalStateException the second time; nothing is sent then
   */
  Attempt executeOnce() {
    if (!used.compareAndSet(false, true)) {
      throw new IllegalStateException("a write is sent once");
    }
    return exchange.apply(call);
  }
}
