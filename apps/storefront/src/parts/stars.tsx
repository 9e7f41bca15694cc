import { fill, w } from '../words.ts';

/** One to five stars, said as a number to who does not see them. */
export const Stars = ({ rating }: { rating: number }) => {
  const lit = Math.round(rating);
  return (
    <span
      class="stars"
      role="img"
      aria-label={fill(w().starsOf, { rating: Number(rating.toFixed(1)) })}
    >
      {'★'.repeat(lit)}
      <i>{'★'.repeat(5 - lit)}</i>
    </span>
  );
};

/** Five stars to choose from. */
export const StarChoice = ({
  rating,
  name,
  onChange,
}: {
  rating: number;
  name: string;
  onChange: (rating: number) => void;
}) => (
  <fieldset class="stars choice">
    <legend>{w().yourStars}</legend>
    {[1, 2, 3, 4, 5].map((star) => (
      <label key={star}>
        <input
          type="radio"
          name={name}
          checked={star === rating}
          aria-label={fill(w().starsOf, { rating: star })}
          onChange={() => onChange(star)}
        />
        {star <= rating ? '★' : <i>★</i>}
      </label>
    ))}
  </fieldset>
);
