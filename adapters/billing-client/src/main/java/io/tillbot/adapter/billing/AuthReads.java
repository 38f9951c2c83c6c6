package io.tillbot.adapter.billing;

import io.tillbot.core.access.Secret;
import retrofit2.http.Field;
import retrofit2.http.FormUrlEncoded;
import retrofit2.http.POST;

/** What {@code auth.php} tells about a token. */
interface AuthReads {

  @Action("info")
  @FormUrlEncoded
  @POST(".")
  ReadCall info(@Field("token") Secret token);
}
