namespace Mandate.Results.Running;

/// <summary>A condition as a short list of instructions for a machine with a stack of numbers; true is 1.</summary>
/// <param name="Instructions">What to do, in order.</param>
/// <param name="Terms">Cells with their factors, as instructions name them.</param>
/// <param name="Depth">How many numbers the stack must hold.</param>
internal sealed record Program(Instruction[] Instructions, Term[] Terms, int Depth)
{
    /// <summary>What <see cref="Run"/> gives where a cell it reads is blank.</summary>
    public const long Unknown = -1;

    /// <summary>Whether the condition is true.</summary>
    /// <returns>1 where it is, 0 where it is not, <see cref="Unknown"/> where any cell it reads is blank.</returns>
    public long Run(ReadOnlySpan<long> row, int list, Span<long> stack)
    {
        var top = -1;
        foreach (ref readonly var step in Instructions.AsSpan())
        {
            if (step.Operation == Operation.Linear)
            {
                var sum = step.Constant;
                foreach (ref readonly var term in Terms.AsSpan(step.Start, step.Count))
                {
                    var cell = row[term.Cell + (term.Step * list)];
                    if (cell < 0)
                    {
                        return Unknown;
                    }

                    // The compiler knows that nothing here can pass 63 bits.
                    sum = unchecked(sum + (term.Factor * cell));
                }

                stack[++top] = sum;
                continue;
            }

            if (step.Operation is Operation.Abs or Operation.Not)
            {
                stack[top] = step.Operation == Operation.Abs ? Math.Abs(stack[top]) : 1 - stack[top];
                continue;
            }

            var right = stack[top--];
            var left = stack[top];
            stack[top] = step.Operation switch
            {
                Operation.Add => unchecked(left + right),
                Operation.Subtract => unchecked(left - right),
                Operation.Multiply => unchecked(left * right),
                Operation.And => left & right,
                Operation.Or => left | right,
                Operation.Equal => left == right ? 1 : 0,
                Operation.NotEqual => left != right ? 1 : 0,
                Operation.Less => left < right ? 1 : 0,
                Operation.AtMost => left <= right ? 1 : 0,
                Operation.More => left > right ? 1 : 0,
                Operation.AtLeast => left >= right ? 1 : 0,
                _ => throw new InvalidOperationException($"Bug in Program: {step.Operation}."),
            };
        }

        return stack[0];
    }
}

/// <summary>One thing to do.</summary>
/// <param name="Operation">What.</param>
/// <param name="Start">The first term of a linear sum.</param>
/// <param name="Count">How many terms it has.</param>
/// <param name="Constant">What is added to them.</param>
internal readonly record struct Instruction(Operation Operation, int Start = 0, int Count = 0, long Constant = 0);

/// <summary>A cell times a factor.</summary>
/// <param name="Cell">The cell, or that of the first list.</param>
/// <param name="Step">1 where each list has a cell of its own, else 0.</param>
/// <param name="Factor">The factor.</param>
internal readonly record struct Term(int Cell, int Step, long Factor);

internal enum Operation
{
    Linear,
    Abs,
    Not,
    Add,
    Subtract,
    Multiply,
    And,
    Or,
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}
