// What hyperscan's literal API and libxml2's SAX parser do with the same bytes as `wheelhouse internal bench-reading --export`.
//   cc -O2 Benchmarks/reading_peers.c -o peers $(pkg-config --cflags --libs libhs libxml-2.0)
//   ./peers FOLDER
// FOLDER holds names.txt (a name a line) and html.bin, text.bin: documents, each after its length as 4 bytes, little endian.
// Prints MB of input a second of this process' CPU, the best of five rounds.
#include <hs.h>
#include <libxml/HTMLparser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct { unsigned char *bytes; size_t size; } Blob;

static Blob load(const char *folder, const char *name) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "rb");
    if (!f) { perror(path); exit(1); }
    fseek(f, 0, SEEK_END);
    Blob b = {NULL, (size_t)ftell(f)};
    rewind(f);
    b.bytes = malloc(b.size + 1);
    if (fread(b.bytes, 1, b.size, f) != b.size) { perror(path); exit(1); }
    b.bytes[b.size] = 0;
    fclose(f);
    return b;
}

static double cpu(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

static int isWord(unsigned char c) { return c >= 0x80 || (c | 32) - 'a' < 26u || c - '0' < 10u; }

typedef struct { const unsigned char *p; size_t n; long found; } Scan;

static int hit(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    (void)id; (void)from; (void)flags;
    Scan *s = context;
    s->found += to >= s->n || !isWord(s->p[to]);
    return 0;
}

static long taken;
static void characters(void *context, const xmlChar *s, int n) { (void)context; (void)s; taken += n; }

static size_t each(Blob b, void (*body)(const unsigned char *, size_t, void *), void *context) {
    size_t total = 0;
    for (size_t i = 0; i + 4 <= b.size;) {
        uint32_t n;
        memcpy(&n, b.bytes + i, 4);
        body(b.bytes + i + 4, n, context);
        total += n;
        i += 4 + n;
    }
    return total;
}

typedef struct { hs_database_t *db; hs_scratch_t *scratch; long found; } Names;

static void names(const unsigned char *p, size_t n, void *context) {
    Names *k = context;
    Scan s = {p, n, 0};
    hs_scan(k->db, (const char *)p, (unsigned)n, 0, k->scratch, hit, &s);
    k->found += s.found;
}

static void html(const unsigned char *p, size_t n, void *context) {
    htmlSAXHandler *sax = context;
    htmlParserCtxtPtr c = htmlCreatePushParserCtxt(sax, NULL, (const char *)p, (int)n, NULL, XML_CHAR_ENCODING_UTF8);
    htmlParseChunk(c, NULL, 0, 1);
    htmlFreeParserCtxt(c);
}

int main(int argc, char **argv) {
    if (argc != 2) { fprintf(stderr, "usage: %s FOLDER\n", argv[0]); return 2; }
    Blob list = load(argv[1], "names.txt"), text = load(argv[1], "text.bin"), body = load(argv[1], "html.bin");
    size_t count = 0, room = 1 << 16;
    const char **words = malloc(room * sizeof *words);
    size_t *lengths = malloc(room * sizeof *lengths);
    unsigned *ids = malloc(room * sizeof *ids), *flags = malloc(room * sizeof *flags);
    for (char *w = strtok((char *)list.bytes, "\n"); w && count < room; w = strtok(NULL, "\n")) {
        words[count] = w;
        lengths[count] = strlen(w);
        ids[count] = (unsigned)count;
        flags[count++] = HS_FLAG_CASELESS;
    }
    Names k = {0};
    hs_compile_error_t *fault = NULL;
    double from = cpu();
    if (hs_compile_lit_multi(words, flags, ids, lengths, (unsigned)count, HS_MODE_BLOCK, NULL, &k.db, &fault) != HS_SUCCESS) {
        fprintf(stderr, "hyperscan: %s\n", fault->message);
        return 1;
    }
    printf("hyperscan: %zu names, built in %.3f s\n", count, cpu() - from);
    hs_alloc_scratch(k.db, &k.scratch);
    double best = 1e9;
    size_t size = 0;
    for (int i = 0; i < 5; i++) {
        k.found = 0;
        from = cpu();
        size = each(text, names, &k);
        if (cpu() - from < best) best = cpu() - from;
    }
    printf("hyperscan literal API: %.0f MB/s (%ld matches)\n", size / best / 1e6, k.found);
    htmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.characters = characters;
    sax.cdataBlock = characters;
    best = 1e9;
    for (int i = 0; i < 5; i++) {
        taken = 0;
        from = cpu();
        size = each(body, html, &sax);
        if (cpu() - from < best) best = cpu() - from;
    }
    printf("libxml2 SAX: %.0f MB/s (%ld bytes of text)\n", size / best / 1e6, taken);
    return 0;
}
