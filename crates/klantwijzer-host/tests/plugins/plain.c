/* A plugin in C: value is revenue, potential the headroom. FAULT makes it wrong
 * in one way or another. */
#include "klantwijzer_plugin.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#ifndef FAULT
#define FAULT 0
#endif

static const char manifest[] =
#if FAULT == 4
    "{\"id\": \"plain\"}";
#else
    "{\"id\":\"plain\",\"version\":\"1.0.0\",\"name\":{\"en\":\"Plain\",\"nl\":\"Gewoon\"},"
    "\"sectors\":[],\"customer\":{\"one\":{\"en\":\"customer\",\"nl\":\"klant\"},"
    "\"many\":{\"en\":\"customers\",\"nl\":\"klanten\"}},"
    "\"facts\":[{\"id\":\"net_revenue_12m\",\"unit\":\"money\",\"required\":true,"
    "\"label\":{\"en\":\"revenue\",\"nl\":\"omzet\"}},"
    "{\"id\":\"category_headroom\",\"unit\":\"share\","
    "\"label\":{\"en\":\"headroom\",\"nl\":\"ruimte\"}}],"
    "\"factors\":[{\"id\":\"revenue\",\"axis\":\"value\","
    "\"label\":{\"en\":\"revenue\",\"nl\":\"omzet\"}},"
    "{\"id\":\"room\",\"axis\":\"potential\",\"weight\":1,"
    "\"label\":{\"en\":\"headroom\",\"nl\":\"ruimte\"}}],"
    "\"examples\":{\"high_value_from\":100,\"cases\":[{\"name\":\"A\",\"type\":\"strategic\","
    "\"facts\":{\"net_revenue_12m\":200,\"category_headroom\":0.9}}]}}";
#endif

static int32_t refuse(kw_err *err, const char *text) {
  size_t len = strlen(text);
  if (err != NULL) {
    err->len = len < err->cap ? len : err->cap;
    memcpy(err->ptr, text, err->len);
  }
  return KW_ERROR;
}

#if FAULT == 18
void a_function_that_is_nowhere(void);
#endif

static int32_t create(kw_str config, void **self, kw_err *err) {
  (void)config, (void)err;
#if FAULT == 18
  a_function_that_is_nowhere();
#endif
  *self = malloc(1);
  return KW_OK;
}

static int32_t score(const void *self, const kw_batch *batch, kw_err *err) {
  (void)self;
  if (FAULT != 13 && (batch->n_facts != 2 || batch->n_factors != 2))
    return refuse(err, "two facts and two factors are needed");
#if FAULT == 10
  batch->value[batch->rows] = 1.0;
#endif
  for (size_t row = 0; row < batch->rows; row++) {
    double revenue = batch->facts[0][row];
    double room = batch->n_facts > 1 ? batch->facts[1][row] : NAN;
    int known = isfinite(revenue);
    if (FAULT == 14 && !known)
      revenue = 0, known = 1;
    if (!isfinite(room) && FAULT != 7)
      room = NAN;
    else
      room = fmin(fmax(room, 0.0), 1.0);
    batch->value[row] = known ? revenue : NAN;
    batch->factors[0][row] = known ? revenue : NAN;
    batch->potential[row] = known ? 100.0 * room : NAN;
    batch->factors[1][row] = known ? 100.0 * room : NAN;
    batch->confidence[row] = known && !isnan(room) ? 1.0 : 0.0;
#if FAULT == 5
    batch->value[row] = INFINITY;
#elif FAULT == 6
    batch->potential[row] = 300.0;
#elif FAULT == 8
    batch->factors[0][row] = revenue / 2;
#elif FAULT == 9
    batch->value[row] = batch->factors[0][row] = known ? revenue + (double)row : NAN;
#elif FAULT == 11
    static double calls;
    batch->value[row] = batch->factors[0][row] = known ? revenue + calls++ : NAN;
#elif FAULT == 12
    ((double *)batch->facts[0])[row] = 0.0;
#elif FAULT == 15
    if (batch->rows == 1023)
      *(volatile int *)8 = 1;
#elif FAULT == 16
    while (batch->rows == 1023)
      ;
#endif
  }
  return KW_OK;
}

static int32_t contacts(const void *self, kw_str type, kw_sink sink, void *ctx, kw_err *err) {
  (void)self, (void)type, (void)err;
#if FAULT == 17
  sink(ctx, "[{}]", 4);
#else
  (void)sink, (void)ctx;
#endif
  return KW_OK;
}

static void destroy(void *self) { free(self); }

const kw_plugin_v1 KW_PLUGIN_V1 = {
    .magic = FAULT == 1 ? 1 : KW_MAGIC,
    .abi_major = KW_ABI_MAJOR,
    .abi_minor = KW_ABI_MINOR + 3,
    .struct_size = FAULT == 2 ? 32 : sizeof(kw_plugin_v1),
    .manifest_json = {manifest, sizeof(manifest) - 1},
    .create = create,
    .score = FAULT == 3 ? NULL : score,
    .contacts = contacts,
    .destroy = destroy,
};
