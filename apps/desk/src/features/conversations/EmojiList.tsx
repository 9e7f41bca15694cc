import { useLingui } from '@lingui/react/macro';
import styles from './EmojiList.module.css';

const emoji =
  '😊 😄 😁 😂 🙂 😉 😍 😘 🤗 🤔 😅 😓 😢 😭 😳 😱 😴 🙏 👍 👌 💪 👏 🤝 👋 ❤️ 💕 🌹 🎉 🎁 🧧 ✨ ⭐ 🔥 💯 ✅ ❌ ⚠️ ❓ ❗ 📦 🚚 🏠 📞 📷 💰 🧾 🛒 ⏰ ☀️ 🌙 ☕ 🍵 🎂 🐱 🐶 🌸'.split(
    ' ',
  );

/** The emoji a shop uses, in one place. */
export default function EmojiList({ onPick }: { onPick: (emoji: string) => void }) {
  const { t } = useLingui();
  return (
    <fieldset className={styles.list} aria-label={t`Emoji`}>
      {emoji.map((one) => (
        <button key={one} type="button" onClick={() => onPick(one)}>
          {one}
        </button>
      ))}
    </fieldset>
  );
}
