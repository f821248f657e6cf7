using System.Numerics;

namespace WelWee3D.Formats;

/// <summary>
/// Which word may come next, and what the words so far amount to. White space is free: lines matter to names alone. That of
/// a solid goes on to its first facet, that after its end to the end of the line.
/// </summary>
internal sealed class AsciiStlGrammar(Surface surface)
{
    private enum State
    {
        Outside, Name, Facet, Normal, Loop, Vertex, Number, EndLoop, EndFacet, EndName, Padding,
    }

    private const int WordsOfNormal = 4;

    private readonly Vector3[] corners = new Vector3[3];
    private State state = State.Outside;
    private long line = 1, wordLine, vertexLine;
    private bool wasCarriageReturn, isFirst, afterEnd, afterFacet;
    private int normalWords, numbers;

    public Surface Surface => surface;

    /// <summary>How many bytes stand behind the last solid and mean nothing.</summary>
    public long PaddingBytes { get; private set; }

    /// <summary>What is wrong with the words so far, if anything.</summary>
    public string? Wrong { get; private set; }

    /// <summary>What is wrong when the file ends here, if anything.</summary>
    public string? WrongAtEnd => Wrong ?? (state is State.Outside or State.EndName or State.Padding
        ? null
        : Damage.EndsInSolid.With(wordLine));

    /// <summary>Goes through the words of a text, up to the first that is wrong.</summary>
    public void Accept(ReadOnlySpan<byte> text)
    {
        var next = 0;
        while (Wrong is null)
        {
            if (state == State.Facet && !afterEnd)
                AcceptPlainFacets(text, ref next);
            while (next < text.Length && Blank.Is(text[next]))
                CountLine(text[next++]);
            var start = next;
            while (next < text.Length && !Blank.Is(text[next]))
                next++;
            if (start == next)
                return;
            wasCarriageReturn = false;
            AcceptWord(text[start..next]);
            wordLine = line;
        }
    }

    private void AcceptPlainFacets(ReadOnlySpan<byte> text, ref int next)
    {
        var start = next;
        while (PlainFacets.TryTake(text, ref next, out var a, out var b, out var c))
            Surface.Add(a, b, c);
        if (start == next)
            return;
        CountLines(text[start..next]);
        wordLine = line;
    }

    private void CountLines(ReadOnlySpan<byte> text)
    {
        line += text.Count((byte)'\n');
        if (wasCarriageReturn && text[0] == '\n')
            line--;
        if (text.Contains((byte)'\r'))
            line += text.Count((byte)'\r') - text.Count("\r\n"u8);
        wasCarriageReturn = false;
    }

    private void CountLine(byte blank)
    {
        if (blank == '\r' || (blank == '\n' && !wasCarriageReturn))
            line++;
        wasCarriageReturn = blank == '\r';
    }

    private void AcceptWord(ReadOnlySpan<byte> word)
    {
        if (state == State.Number)
        {
            Number(word);
            return;
        }
        // What is written in two words begins its line where the first does.
        isFirst = afterEnd ? isFirst : line != wordLine;
        if (!afterEnd && Is(word, "end"u8))
        {
            afterEnd = true;
            return;
        }
        InState(word);
        afterEnd = false;
    }

    private void InState(ReadOnlySpan<byte> word)
    {
        switch (state)
        {
            // A run of zeros takes the place of what was there.
            case State.Name or State.Normal when word.Contains((byte)0):
                Go(false, state, state == State.Name ? "facet" : "outer");
                break;
            case State.Name:
                Name(word);
                break;
            case State.EndName when !isFirst:
                EndName(word);
                break;
            case State.Outside or State.EndName or State.Padding:
                Outside(word);
                break;
            case State.Facet when IsEndOfSolid(word):
                EndName(word);
                break;
            case State.Facet:
                normalWords = 0;
                Go(Is(word, "facet"u8), State.Normal, "facet");
                break;
            // The normal follows from the corners: its words are passed over, however many of the four there are.
            case State.Normal when !Is(word, "outer"u8) && normalWords++ < WordsOfNormal:
                break;
            case State.Normal:
                Go(Is(word, "outer"u8), State.Loop, "outer");
                break;
            case State.Loop when Is(word, "loop"u8):
                state = State.Vertex;
                break;
            case State.Loop or State.Vertex:
                vertexLine = Is(word, "vertex"u8) ? line : vertexLine;
                Go(Is(word, "vertex"u8), State.Number, "vertex");
                break;
            case State.EndLoop:
                Go(IsEnd(word, "loop"u8), State.EndFacet, "endloop");
                break;
            default:
                Go(IsEnd(word, "facet"u8), State.Facet, "endfacet");
                break;
        }
    }

    private void Go(bool isExpected, State next, string expected)
    {
        if (isExpected)
            state = next;
        else if (numbers > 0 && line == vertexLine)
            Wrong = NotThreeNumbers();
        else
            Wrong = Damage.OtherWord.With(line, expected);
    }

    private void Number(ReadOnlySpan<byte> word)
    {
        if (!Decimals.TryParse(word, out var number))
        {
            Wrong = NotThreeNumbers();
            return;
        }
        corners[numbers / 3][numbers % 3] = number;
        numbers++;
        if (numbers == 9)
        {
            Surface.Add(corners[0], corners[1], corners[2]);
            (numbers, state) = (0, State.EndLoop);
        }
        else if (numbers % 3 == 0)
            state = State.Vertex;
    }

    private string NotThreeNumbers() => Damage.NoVertex.With(vertexLine);

    private void Name(ReadOnlySpan<byte> word)
    {
        if (isFirst && IsEndOfSolid(word))
            EndName(word);
        else if (isFirst && Is(word, "facet"u8))
            (state, normalWords) = (State.Normal, 0);
        else if (afterFacet && Is(word, "normal"u8))
            (state, normalWords) = (State.Normal, 1);
        afterFacet = Is(word, "facet"u8);
    }

    private void EndName(ReadOnlySpan<byte> word)
    {
        PaddingBytes = Padding.CountAtEnd(word);
        state = PaddingBytes > 0 ? State.Padding : State.EndName;
    }

    private void Outside(ReadOnlySpan<byte> word)
    {
        if (Padding.CountAtEnd(word) == word.Length && !afterEnd)
        {
            PaddingBytes += word.Length;
            state = State.Padding;
        }
        else
            Go(state != State.Padding && Is(word, "solid"u8), State.Name, "solid");
    }

    /// <summary>The name may follow without a blank, as some programs write it.</summary>
    private bool IsEndOfSolid(ReadOnlySpan<byte> word) =>
        IsEnd(word, "solid"u8) || (word.Length > "endsolid".Length && IsEnd(word[.."endsolid".Length], "solid"u8));

    /// <summary>Whether it is, say, <c>endloop</c>, or <c>loop</c> where the word before was <c>end</c>.</summary>
    private bool IsEnd(ReadOnlySpan<byte> word, ReadOnlySpan<byte> of) => afterEnd
        ? Ascii.EqualsIgnoreCase(word, of)
        : word.Length == 3 + of.Length && Ascii.EqualsIgnoreCase(word[..3], "end"u8) && Ascii.EqualsIgnoreCase(word[3..], of);

    private bool Is(ReadOnlySpan<byte> word, ReadOnlySpan<byte> expected) =>
        !afterEnd && (word.SequenceEqual(expected) || Ascii.EqualsIgnoreCase(word, expected));
}
