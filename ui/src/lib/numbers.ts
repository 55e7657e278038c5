// Figures as people read them. Sums come as strings of decimals and are never made floating.

/** A figure with its thousands apart and no empty fen: "61200.00" reads "61,200". */
export function figure(decimal: string): string {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? [];
  if (whole === "") return decimal;
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  const rest = fraction.replace(/0+$/, "");
  return rest === "" ? sign + grouped : `${sign}${grouped}.${rest.padEnd(2, "0")}`;
}
