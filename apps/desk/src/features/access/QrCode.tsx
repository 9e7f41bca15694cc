import { create } from 'qrcode';
import styles from './account.module.css';

/** A QR code drawn as one path: dark on white in every theme, since cameras want it so. */
export default function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = modules.size + 8;
  return (
    <svg
      className={styles.qrCode}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  );
}

function pathOf({ size, data }: { size: number; data: Uint8Array }): string {
  const parts: string[] = [];
  for (let at = 0; at < data.length; at += 1) {
    if (data[at]) parts.push(`M${(at % size) + 4} ${Math.floor(at / size) + 4}h1v1h-1z`);
  }
  return parts.join('');
}
