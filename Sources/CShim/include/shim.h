#ifndef WHEELHOUSE_SHIM_H
#define WHEELHOUSE_SHIM_H
#include <stdint.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// One bit for each of the 64 bytes at `p` (all 64 must be readable): set where the byte belongs to a word, that is an
/// ASCII letter, an ASCII digit, or any byte of a multi-byte character. Bit 0 is p[0].
/// In C because Swift has no movemask for SIMD masks; the loop below is the same for machines without SSE2.
static inline uint64_t wh_word_mask64(const uint8_t *p) {
#if defined(__SSE2__)
    uint64_t out = 0;
    for (int i = 0; i < 4; i++) {
        __m128i v = _mm_loadu_si128((const __m128i *)(p + 16 * i));
        __m128i low = _mm_or_si128(v, _mm_set1_epi8(0x20));
        __m128i letter = _mm_and_si128(_mm_cmpgt_epi8(low, _mm_set1_epi8('a' - 1)), _mm_cmpgt_epi8(_mm_set1_epi8('z' + 1), low));
        __m128i digit = _mm_and_si128(_mm_cmpgt_epi8(v, _mm_set1_epi8('0' - 1)), _mm_cmpgt_epi8(_mm_set1_epi8('9' + 1), v));
        // movemask reads the sign bit, which is set for bytes >= 0x80: those are words as they stand.
        __m128i word = _mm_or_si128(_mm_or_si128(letter, digit), v);
        out |= (uint64_t)(uint32_t)_mm_movemask_epi8(word) << (16 * i);
    }
    return out;
#else
    uint64_t out = 0;
    for (int i = 0; i < 64; i++) {
        uint8_t c = p[i], low = c | 0x20;
        uint64_t word = (c >= 0x80) | (low >= 'a' && low <= 'z') | (c >= '0' && c <= '9');
        out |= word << i;
    }
    return out;
#endif
}

/// Length of the plain text at the head of `n` bytes: printable ASCII other than `<` and `&`, blanks one at a time.
/// What follows (markup, a reference, a byte beyond ASCII, white space to be made single) is for the caller to look at.
static inline intptr_t wh_plain_run(const uint8_t *p, intptr_t n) {
    intptr_t i = 0;
    uint32_t blank = 0;
#if defined(__SSE2__)
    for (; i + 16 <= n; i += 16) {
        __m128i v = _mm_loadu_si128((const __m128i *)(p + i));
        // Signed comparison: bytes >= 0x80 are below 32 too.
        __m128i odd = _mm_or_si128(_mm_cmpgt_epi8(_mm_set1_epi8(32), v), _mm_cmpeq_epi8(v, _mm_set1_epi8(127)));
        odd = _mm_or_si128(odd, _mm_or_si128(_mm_cmpeq_epi8(v, _mm_set1_epi8('<')), _mm_cmpeq_epi8(v, _mm_set1_epi8('&'))));
        uint32_t blanks = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, _mm_set1_epi8(' ')));
        uint32_t stop = (uint32_t)_mm_movemask_epi8(odd) | (blanks & (blanks << 1 | blank));
        if (stop) return i + __builtin_ctz(stop);
        blank = blanks >> 15;
    }
#endif
    for (; i < n; i++) {
        uint8_t c = p[i];
        if (c < 32 || c >= 127 || c == '<' || c == '&' || (c == ' ' && blank)) return i;
        blank = c == ' ';
    }
    return n;
}

#endif
