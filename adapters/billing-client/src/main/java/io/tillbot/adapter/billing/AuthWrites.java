package io.tillbot.adapter.billing;

import io.tillbot.core.access.Secret;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/** Opening and ending sessions at {@code auth.php}. */
interface AuthWrites {

  /**
   * Makes a session from an API key.
   *
   * @param seconds how long it is to live
   * @param fixAddress whether only this machine's address may use it
   */
  @Action("login")
  @FormUrlEncoded
  @POST(".")
  WriteCall login(
      @Field("key") Secret key,
      @Field("ttl") long seconds,
      @Field("fix_ip") @ZeroOne boolean fixAddress);

  @Action("logout")
  @FormUrlEncoded
  @POST(".")
  WriteCall logout(@Field("token") Secret token);
}
