# A hyphen behind a single letter ends a part of a word where another hyphen precedes the letter.
import textwrap

text = "this-is-a-useful-feature-for-reformatting-posts-from-tim-peters'ly"
print(textwrap.wrap(text, 1, break_long_words=False))
print(textwrap.wrap('e-mail x-ray half-a-crown a-b-c-dd', 1, break_long_words=False))
# expect-stdout:
# ['this-', 'is-', 'a-', 'useful-', 'feature-', 'for-', 'reformatting-', 'posts-', 'from-', 'tim-', "peters'ly"]
# ['e-mail', 'x-ray', 'half-', 'a-', 'crown', 'a-b-', 'c-', 'dd']
