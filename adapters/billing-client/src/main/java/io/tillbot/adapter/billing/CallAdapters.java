package io.tillbot.adapter.billing;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.BiFunction;
import java.util.function.Function;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Lets the methods of one service return one kind of call only: reads or writes. */
final class CallAdapters<T> extends CallAdapter.Factory {
  private final Class<T> kind;
  private final BiFunction<Call<ResponseBody>, Function<Call<ResponseBody>, Attempt>, T> maker;
  private final Function<Call<ResponseBody>, Attempt> exchange;

  private CallAdapters(
      Class<T> kind,
      BiFunction<Call<ResponseBody>, Function<Call<ResponseBody>, Attempt>, T> maker,
      Function<Call<ResponseBody>, Attempt> exchange) {
    this.kind = kind;
    this.maker = maker;
    this.exchange = exchange;
  }

  static CallAdapters<ReadCall> ofReads(Function<Call<ResponseBody>, Attempt> exchange) {
    return new CallAdapters<>(ReadCall.class, ReadCall::new, exchange);
  }

  static CallAdapters<WriteCall> ofWrites(Function<Call<ResponseBody>, Attempt> exchange) {
    return new CallAdapters<>(WriteCall.class, WriteCall::new, exchange);
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    return getRawType(returnType) == kind ? new Adapter() : null;
  }

  private final class Adapter implements CallAdapter<ResponseBody, T> {
    @Override
    public Type responseType() {
      return ResponseBody.class;
    }

    @Override
    public T adapt(Call<ResponseBody> call) {
      return maker.apply(call, exchange);
    }
  }
}
