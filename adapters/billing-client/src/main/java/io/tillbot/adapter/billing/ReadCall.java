package io.tillbot.adapter.billing;

import java.util.function.Function;
import okhttp3.ResponseBody;
import retrofit2.Call;

/** A call that changes nothing: it may be attempted as often as one likes. */
final class ReadCall {
  private final Call<ResponseBody> call;
  private final Function<Call<ResponseBody>, Attempt> exchange;

  ReadCall(Call<ResponseBody> call, Function<Call<ResponseBody>, Attempt> exchange) {
    this.call = call;
    this.exchange = exchange;
  }

  /** Sends it. */
  Attempt attempt() {
    return exchange.apply(call.clone());
  }
}
