// Start here. Home is the person's own surface: the market's pages and, beside them, the personal ones, on loopback.
//
// Invariant: the only room that knows both truths. It listens on 127.0.0.1 and nowhere else; a personal page needs the
// cookie that a one-time token was exchanged for; forms go by POST, so that nothing a person says stands in an address;
// no request is logged; every personal answer is `no-store`. Links to ads are opened by the person alone: no prefetch.
