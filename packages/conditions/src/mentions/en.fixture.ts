// English words of customers with their real forms, as people write them: what is looked for stands first.
export const en = `
complaint: complaints complaint's Complaints
complain: complains complained complaining
lawyer: lawyers lawyer's LAWYERS
court: courts court's
refund: refunds refunded refunding
return: returns returned returning
cancel: cancels cancelled canceled cancelling canceling
delivery: deliveries delivery's
company: companies company's
party: parties
policy: policies
apply: applies applied applying
reply: replies replied replying
invoice: invoices invoiced invoicing
charge: charges charged charging
lie: lies lied lying
die: dies died dying
box: boxes boxed
fix: fixes fixed fixing
address: addresses addressed addressing
branch: branches
watch: watches watched watching
crash: crashes crashed crashing
shop: shops shopped shopping
stop: stops stopped stopping
rob: robs robbed robbing
scam: scams scammed scamming
cheat: cheats cheated cheating
fraud: frauds
break: breaks broke broken breaking
buy: buys bought buying
pay: pays paid paying
send: sends sent sending
sell: sells sold selling
lose: loses lost losing
steal: steals stole stolen stealing
sue: sues sued suing
leave: leaves left leaving
write: writes wrote written writing
choose: chooses chose chosen choosing
withdraw: withdraws withdrew withdrawn withdrawing
promise: promises promised promising
damage: damages damaged damaging
order: orders ordered ordering
shoe: shoes
price: prices priced pricing
fee: fees
queue: queues queued queueing
manager: managers manager's
customer: customers customers'
person: people persons person's
child: children child's
woman: women woman's
man: men man's
wait: waits waited waiting
delay: delays delayed delaying
mistake: mistakes
error: errors
guarantee: guarantees guaranteed guaranteeing
warranty: warranties
attorney: attorneys attorney's
battery: batteries
photo: photos
hero: heroes
bank: banks banked
loan: loans
claim: claims claimed claiming
compensate: compensates compensated compensating
knife: knives
wife: wives
bus: buses
tax: taxes taxed
notify: notifies notified notifying
deny: denies denied denying
argue: argues argued arguing
freeze: freezes froze frozen freezing
hold: holds held holding
hear: hears heard hearing
feel: feels felt feeling
tooth: teeth
foot: feet
drop: drops dropped dropping
ship: ships shipped shipping
refuse: refuses refused refusing
burn: burns burned burnt burning
bite: bites bit bitten biting
tear: tears tore torn tearing
rude: rude
wrong: wrong
quality: qualities
fine: fines fined fining
witness: witnesses witnessed
injury: injuries
allergy: allergies
printer: printers
threaten: threatens threatened threatening
destroy: destroys destroyed destroying
hit: hits hitting
shut: shuts shutting
ring: rings rang rung ringing
wake: wakes woke woken waking
contract: contracts
offer: offers offered offering
quit: quits quitting
ban: bans banned banning
expire: expires expired expiring
shelf: shelves
half: halves
apology: apologies`
