/**
 * The client of the billing API: Retrofit, Moshi and OkHttp behind the core's port {@link
 * io.tillbot.core.billing.BillingAccess}. Reads may be repeated, writes never; both facts are types
 * here. Everything that the API words oddly ends in this package.
 */
@NullMarked
package io.tillbot.adapter.billing;

import org.jspecify.annotations.NullMarked;
