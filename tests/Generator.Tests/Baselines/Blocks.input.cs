using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using GeminiGen;

namespace Desk
{
    /// <summary>A customer.</summary>
    public sealed class Customer
    {
        /// <summary>The name.</summary>
        public string Name { get; set; } = "";

        /// <summary>The age, where it is known.</summary>
        public int? Age { get; set; }

        /// <summary>Who recommended the shop.</summary>
        public Customer? Friend { get; set; }

        /// <summary>The kind.</summary>
        public DayOfWeek Day { get; set; }
    }

    /// <summary>One line of an order.</summary>
    public readonly struct OrderLine
    {
        /// <summary>What is bought.</summary>
        public string Article { get; init; }

        /// <summary>What it costs.</summary>
        public decimal Price { get; init; }

        /// <summary>Words about it.</summary>
        public string[]? Tags { get; init; }
    }

    /// <summary>Members, alignment, conditions and loops.</summary>
    [GeminiPrompts(Model = "gemini-3.8-flash")]
    public partial interface IBlocksDesk
    {
        /// <summary>Members of parameters.</summary>
        [Prompt("{customer.Name} ({customer.Age}, {customer.Day}), friend {customer.Friend.Name} {customer.Friend.Age:D2} {customer.Friend.Day}, {since.Year}")]
        Task<string> MembersAsync(Customer customer, DateTime? since);

        /// <summary>Columns.</summary>
        [Prompt("|{name,6}|{name,-6}|{price,8:0.00}|{price,-8:0.00}|")]
        Task<string> ColumnsAsync(string name, decimal price);

        /// <summary>Conditions of every kind.</summary>
        [Prompt("{#if flag}flag {/if}{#if !maybe}not maybe {/if}{#if note}note {note} {/if}{#if customer}{customer.Name} {:else}nobody {/if}{#if tags}tags{:else if flag}no tags{:else}nothing{/if}")]
        Task<string> ConditionsAsync(bool flag, bool? maybe, string? note, Customer? customer, IReadOnlyList<string>? tags);

        /// <summary>A list in a list, laid out over lines.</summary>
        [Prompt(@"Order:
{#each lines as line}
{@number}. {line.Article,-10}{line.Price,8:0.00}{#if line.Tags} ({#each line.Tags as tag}{@index}:{tag}{:separator}, {/each}){/if}

{:empty}
Nothing.
{/each}
End")]
        Task<string> OrderAsync(IEnumerable<OrderLine> lines);

        /// <summary>Names that meet locals and keywords.</summary>
        [Prompt("{#each items as writer}{@index}{writer}{class,3}{/each}{#each items as writer}{index}{value.Year}{/each}")]
        Task<string> UnusualAsync(int[]? items, string @class, int index, DateTime? value);
    }
}
