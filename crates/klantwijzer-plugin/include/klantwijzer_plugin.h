/* The C interface of a Klantwijzer sector plugin, version 1.0.
 *
 * A plugin is a shared library that exports one symbol, KW_PLUGIN_V1. It is
 * loaded in a process of its own. Every function returns KW_OK, KW_ERROR with a
 * text in the kw_err, or KW_PANIC for a fault that was caught.
 *
 * The table only ever grows at its end: struct_size and abi_minor tell how far
 * it goes. A plugin for 1.0 loads in every 1.x.
 */
#ifndef KLANTWIJZER_PLUGIN_H
#define KLANTWIJZER_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#define KW_MAGIC UINT64_C(0x6e6967756c70776b) /* "kwplugin", low byte first */
#define KW_ABI_MAJOR 1
#define KW_ABI_MINOR 0

#define KW_OK 0
#define KW_ERROR 1
#define KW_PANIC 2

/* Text in UTF-8 that is not ended by a zero. */
typedef struct {
  const char *ptr;
  size_t len;
} kw_str;

/* Room of the host's for an error text in UTF-8: write at most cap bytes to ptr
 * and their number to len. */
typedef struct {
  char *ptr;
  size_t cap, len;
} kw_err;

/* One batch of customers. Every buffer is the host's and holds `rows` numbers;
 * NaN means unknown. The facts cannot be written. */
typedef struct {
  uint32_t struct_size, flags; /* flags: 0 */
  size_t rows, n_facts;
  const double *const *facts; /* in the order of the manifest's "facts" */
  double *value;              /* money per year; NaN: this customer is unscored */
  double *potential;          /* 0 to 100 */
  double *confidence;         /* 0 to 1; never NaN */
  size_t n_factors;
  double *const *factors; /* in the order of the manifest's "factors" */
} kw_batch;

/* Takes what contacts() answers: one call with the whole text. */
typedef void (*kw_sink)(void *ctx, const char *ptr, size_t len);

typedef struct {
  uint64_t magic; /* KW_MAGIC */
  uint32_t abi_major, abi_minor;
  uint32_t struct_size; /* sizeof(kw_plugin_v1) */
  uint32_t reserved;    /* 0 */
  kw_str manifest_json; /* lasts as long as the library is loaded */

  /* Makes a scorer. config_json is empty where nothing is configured. */
  int32_t (*create)(kw_str config_json, void **self, kw_err *err);
  /* Scores a batch. Can be called on several threads at once. The scores of a
   * customer depend on the facts of that customer only. */
  int32_t (*score)(const void *self, const kw_batch *batch, kw_err *err);
  /* Gives the contact moments of a customer type ("strategic", "large",
   * "development", "transactional") to the sink, as a JSON list in the form of
   * the manifest's "programme". Without a call of the sink, the manifest's own
   * programme holds. */
  int32_t (*contacts)(const void *self, kw_str customer_type, kw_sink sink,
                      void *ctx, kw_err *err);
  /* Ends a scorer that create() made. */
  void (*destroy)(void *self);
} kw_plugin_v1;

#ifdef __cplusplus
extern "C" {
#endif
extern const kw_plugin_v1 KW_PLUGIN_V1;
#ifdef __cplusplus
}
#endif

#endif
