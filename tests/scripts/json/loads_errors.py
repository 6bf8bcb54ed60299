import json

texts = ['', '{', '[1,]', '{"a":1,}', '{"a"}', '{a:1}', '[1 2]', '"abc', '"a\nb"', '"\\x"',
         '"\\u12"', '1 2', 'nul', '-', '[', "{'a':1}", '{"a":1 "b":2}', '[1,', '"\\', '01', '1.',
         '{"a":', '\ufeff1', '[1,\n 2,\n x]']
for text in texts:
    try:
        print(json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error)
try:
    json.loads(5)
except TypeError as error:
    print(error)
# expect-stdout:
# '' Expecting value: line 1 column 1 (char 0)
# '{' Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# '[1,]' Illegal trailing comma before end of array: line 1 column 3 (char 2)
# '{"a":1,}' Illegal trailing comma before end of object: line 1 column 7 (char 6)
# '{"a"}' Expecting ':' delimiter: line 1 column 5 (char 4)
# '{a:1}' Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# '[1 2]' Expecting ',' delimiter: line 1 column 4 (char 3)
# '"abc' Unterminated string starting at: line 1 column 1 (char 0)
# '"a\nb"' Invalid control character at: line 1 column 3 (char 2)
# '"\\x"' Invalid \escape: line 1 column 2 (char 1)
# '"\\u12"' Invalid \uXXXX escape: line 1 column 3 (char 2)
# '1 2' Extra data: line 1 column 3 (char 2)
# 'nul' Expecting value: line 1 column 1 (char 0)
# '-' Expecting value: line 1 column 1 (char 0)
# '[' Expecting value: line 1 column 2 (char 1)
# "{'a':1}" Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
# '{"a":1 "b":2}' Expecting ',' delimiter: line 1 column 8 (char 7)
# '[1,' Expecting value: line 1 column 4 (char 3)
# '"\\' Unterminated string starting at: line 1 column 1 (char 0)
# '01' Extra data: line 1 column 2 (char 1)
# '1.' Extra data: line 1 column 2 (char 1)
# '{"a":' Expecting value: line 1 column 6 (char 5)
# '\ufeff1' Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)
# '[1,\n 2,\n x]' Expecting value: line 3 column 2 (char 9)
# the JSON object must be str, bytes or bytearray, not int
