/**
 * All SID prefixes in Twilio's OpenAPI documents (https://github.com/twilio/twilio-oai), and some from
 * other public sources. Their meanings are in `sidPrefixes`, which is much larger and not needed to
 * recognize a SID.
 */
export const knownPrefixes: ReadonlySet<string> = new Set(
  [
    'AC AD AE AI AK AL AO AP',
    'BH BI BL BN BS BU BV BY',
    'CA CF CH CJ CL CM CN CP CR CV CW',
    'DC DE DF DG DN DY',
    'EC EH EL ES ET EV EY',
    'FC FF FJ FK FM FN FO FP FT FU FV FW FX FY',
    'GA GE GM GN GO GP GT GX',
    'HA HB HC HF HG HH HJ HK HP HQ HR HS HW HX',
    'IB ID IG IL IM IN IP IQ IS IT IX IY IZ',
    'JS JV',
    'KA KC KD KG KI KP KQ KS KV KW KX',
    'LY',
    'MB MD ME MG MM MP MT MZ',
    'NE NF NO NT NY',
    'OB OO OQ OR OU OY',
    'PA PK PN PU PX',
    'QE QO QQ QU QW',
    'RA RD RE RI RK RL RM RN RQ RT',
    'SC SD SK SM SR SU',
    'TC TK TO TR TT TZ',
    'UA UB UC UD UE UF UG UH UK UM UO US UT UV UX',
    'VA VE VJ VL VT VX',
    'WA WC WF WH WK WN WP WQ WR WS WT WW WX',
    'XB XE XF XH XL XR',
    'YC YE YF YK YW',
    'ZB ZD ZE ZH ZK ZN ZS ZV ZX ZY',
  ].flatMap((row) => row.split(' ')),
);
